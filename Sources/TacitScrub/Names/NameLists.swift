// Holds names from two sources:
//
// 1. The name lists of the United States census of 1990, a work of the United States government in the public domain
//    (https://www.census.gov/topics/population/genealogy/data/1990_census.html).
//
// 2. Faker (https://github.com/joke2k/faker), the `person` providers of its locales, under this licence:
//
// Copyright (c) 2012 Daniele Faraglia
//
// Permission is hereby granted, free of charge, to any person obtaining a copy
// of this software and associated documentation files (the "Software"), to deal
// in the Software without restriction, including without limitation the rights
// to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
// copies of the Software, and to permit persons to whom the Software is
// furnished to do so, subject to the following conditions:
//
// The above copyright notice and this permission notice shall be included in
// all copies or substantial portions of the Software.
//
// THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
// IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
// FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
// AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
// LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
// OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
// THE SOFTWARE.

/// Names in ASCII letters, sorted, with a blank between. A capital marks what is also an ordinary word, a
/// place, a company or the like. Written by `scripts/make-names`, which says where they come from.
enum NameLists {
    /// Given names of many countries.
    static let given: StaticString = """
        aaaqil aaban aabid aadam aaden aadi aadil aafiya aage aahil aalam aalee aalim aamil aamir aamirah \
        aanuoluwapo aapo aaqil aarav aarif aariz aarnav aarne aaro aaron aarush aaryan aashif aashir aasif aasim \
        aatif aatiq aatos aaus aayan aayush aazim aba abaan abayomi abb abbas Abbey abbie abbos abbott abby \
        abdelatif abdelkader abdellah abderaouf abderrahmane abdi abdiel abdirahman abdis abdu abduaziz \
        abduboriy abdul abdulahat abdulbekir abdulcemal abdulgazi abdulhadi abdulhamid abdulkadir abdulkerim \
        abdullah abdullahi abdulloh abdulmenaf abdulsamed abdulsemet abdumalik abdurahmon abdurrahman abdurresit \
        abe abebi abeer abeiku abel abelardo abena abeni abhimanyu abhiram abid abie abigail abigaili abilio \
        abiodun abiona abner abosede abraham abram abril abror abubakr abuzar abyasa acar Ace acey achiel \
        achille achim acie acikel aclan acy Ada adaeze adah adak adalberg adalbergur adalbert adalberto \
        adalbjorn adalborgar adalgeir adaline adalmundur adalradur adalsteinn adam adamo adams adan adasal Add \
        addi addie ade adebiyi adebowale adebukola adedayo adedeji adekitan adekola adekunle adel adela adelaida \
        adelaide adelard adelardo adelbert adele adeleke adelia adelina adeline adell adella adelle adelmo adem \
        aden adena adenike adeniyi adeolu adeoti adepeju aderopo adesewa adeshina adesoji adesua adetayo adetoke \
        adetoun adeyi adhiarja adhra adia adiarja adiel adigun adika adikara adil adimu adin adina adinata \
        aditya adlai adlan Admiral adnan adolf adolfo adolfs adolph adolphus adomas adonis adrain adria adriaan \
        adrian adriana adriane adrianna adrianne adriano adriel adrien adriene adrienn adrienne adrija adrijana \
        adron adunni advaith advay advik adwoa aedan aengus afer afia afil afiq afolarin afonso afra afruza \
        afton afua aga agahadi agakisi agamali agamusa agapito agastya agata agatha agathe agaxan aglaia agmur \
        agnar agne agnes agnese agni agnieszka agnolo agostina agostino agripina agris agus agust agustin \
        agustina agustus ahat ahmad ahmed ahmet ahsen ahti aida aidan Aide aiden aidyn aiga aigars aija aijuka \
        aiko aileen ailene aime aimee aimo aina ainars aino aisha aistis aitor aivar aivaras aivars aja ajala \
        ajani ajda ajiman ajimat ajimin ajiono ajoke akalan akanmu akar akarsana akatay akbar akbas akboga \
        akcabay akcasu akcivan akdora akdurmus akeem akgol aki akif akiko akilah akinal akinkunmi akinlabi \
        akinwale akkerman akmal akmaner akobir akos akosua akoz akram aksay aksel akseli akshay aksogut aktemur \
        akua akumaa akumu akver akwasi akwesi Al alaaddin alade aladin alaeddin alain alaina alambana alamu alan \
        alana alanalp alane alanna alanzo alastair alattin alba alban albano alberico albert alberta albertha \
        albertina albertine alberto alberts albertus albin albina Albino albion albrecht alby alcan alcee alcide \
        alcides alda aldar alden alderano aldis aldo aldonza Ale alea alease alec alecia aleck aleen aleida \
        aleisha aleix alejandra alejandrina alejandro alejo alek aleks aleksandar aleksander aleksandr \
        aleksandra aleksandras aleksandrs aleksanteri aleksei aleksej aleksi alen alena alene alenka Ales alesha \
        aleshia alesia alessandra alessandro alessia alessio aleta aletha alethea alethia alex alexa alexandar \
        alexande alexander alexandr alexandra alexandre Alexandria alexandrie alexandrina alexandro alexandros \
        alexandru alexei alexej alexia alexis alexius alexzander alf alfar alferd alfgeir alfgrimur alfie alfio \
        alfons alfonse alfonsina alfonso alfonz alfonzo alford alfred alfreda alfredia alfredo alfreds alftor \
        alfur alger algernon algie algirdas algot ali alia aliabbas alica alice alicia alida aliihsan alijah \
        alina Aline alinur alis alisa alise aliseydi alisha alishia alisia alison alissa alistair alister alita \
        alix aliya aliyu aliza alja alkor alla allahverdi allan allana alleen allegra allen allene alli allie \
        alline allison allyn allyson alma almar almasi almeda almer almeta almon Almond almus alois alojz \
        alojzija alonso alonza alonzo aloys aloyse aloysius alparslan alpcan Alpha alpheus alphons alphonse \
        alphonso alphonsus alpin alpsu alrekur alsoy alston alta altagracia altha althea altinisin altinkaya \
        Alto altogan alton altug alva alvah alvan alvar alvaro alve alver alvera alverta alvia alvie alvin \
        alvina alvine alvis alvy alwin aly alya alyce alycia alysa alyse alysha alysia alyson alyssa alzbeta \
        alzina ama amac amada amadeo amadeus amado amador amahle amalia amalija amancio amanda amandine amando \
        amani amarachi amare amari amarion amaro amasa amaury amaya ambar amber amberly ambers ambrose ambrosio \
        ambroz amedeo amel amelia amelie amelija America americo amerigo ami amico amie amil amilcar amin amina \
        aminatu amine Amir amira amit amleto ammie ammon amoke amol amon amondi Among amope amor amos amparo \
        amri amundi amy An Ana anabel anabela anacleto anahi anaida anais analisa anamaria ananias anar anas \
        anasa anastacia anastacio anastasia anastasie anastasio anastasios anastazie anastazja anatol anatole \
        anatoli anatolij anay anca ancel ancil ancuta anda andela andera anders anderson andic andile andon \
        andor andra andrada andrae andras andre andrea andreas andree andreea andrei andreia andrej andreja \
        andrejka andrejs andres andress andrew andrey andri andria andrija andrin andris andrius andrus andrzej \
        andwele andy ane anel anemona anes aneta anete anette anezka anfernee anfinn angalia angantyr angavu \
        Angel angela angele angelena angeles angelia Angelic angelica angelika angelina angeline angelino \
        angelique angelita angella angelo angelyn anggabaya anghelina angi angie angla Angle anglea angus anh \
        anibal anica aniela anika aniko anirudh anis anisa anisha anisoara anissa anita anitra anja anjanette \
        anjelica anjolaoluwa anka ankica anmol Ann anna annabel annabell annabelle annak annalee annalena \
        annalisa annamae annamaria annamarie annar annarr annas anne annel anneli anneliese annemarie annes \
        annett annetta annette annibale annice annick annie annija annika annina annis annita annmarie anom Anon \
        anoni anouk ansaldo ansel anselm anselmo ansgar ansh ansis anson anssi antal antanas ante antero \
        anthoney anthony antione antionette anto antoaneta antoin antoine antoinette anton antone antonela \
        antonella antonello antonetta antonette antoni antonia antonietta antonija antonin antonina antonino \
        antonio antonios antonius antons antony antoon antra Ants antti antun antwain antwan antwon anu anuta \
        anvar anya aodhan aongus apaydin apisara apolena apolinar apollo apolonia apostolos April apryl aqil ara \
        araceli aracelis aracely aran arbjartur arbjorn arcan arcelia Archer archie arda ardath ardell ardella \
        arden ardis ardith arelius arent Ares aretha arezki argeir argelia argentina argils argono argu arham \
        ari Aria ariadna ariana ariane arianna arianne aribert arica arie ariel arielle arif arifcan arija \
        arijus arike arikol arild arilius arin arina arinbjorn arinola aris arisara arisoy aristides aristita \
        arius arjun arkadiusz arkut arla arlean arleen arlen arlena arlene arlet arletha arletta arlette arlie \
        arlinda arline arlo armand armanda armandas armande armandina armando armands armann armas armelle \
        armida armin arminas arminda arnald arnaldo arnaldur arnar arnas arnau arnaud arnaude arnberg arnbergur \
        arnbjorn arnd arndor arndt arne arnes arnetta arnfinnur arnfreyr arnfried arngeir arngils arngrimur arni \
        arnim arnis arnita arnkell arnlaugur arnleifur arnljotur arnmodur arnmundur arno arnoddur arnold \
        arnoldas arnoldo arnolds arnor arnost arnsteinn arntor arnulf arnulfo arnulfur arnvidur aron aronas \
        arpad arpag arran arron arsall arsenio arsipatra Art arta artan artanto artawan artemio artemisa arthur \
        artie artis arto arttu artturi artur arturas arturo arturs aru arunas arusi arvid arvids arvilla arvo \
        arvydas aryan asa asad asael asafe asake asalet asali asani asanti asatira asberg asbergur asbjorn \
        asdrubal asgautur asgeir asger asgils asgrimur asha ashanti ashely asher ashlee ashleigh ashley ashli \
        ashlie ashly ashlyn ashton asi Asia asif asila asilbek asim asiman asir asirwada asirwanda askell asko \
        askur aslakur aslan aslanhan aslaugur aslijan asma asmadi asman asmar asmau asmianto asmini asmira \
        asmundur asmuni asolfur aspar asrodur assar assunta astbjorn astgeir astmar astmundur aston astor \
        astradur astrid Astride astrikur asttor astvald astvaldur astvar astvin asuncion asvaldur asvardur \
        aswani atabala atagun atalay atamoglan atasagun atatore atena atenulf atfat atgun athanasios atharv \
        atheel Athena athumani atiena atila atilgan atilhan atilio atinuke atit Atlas atli atma atmaja atnan \
        attaf atte attila aubrey aud audbergur audbert audbjorn audgeir audie audkell audmundur audolfur audra \
        audrea audrey audrius audry audun audunn August augusta augustas auguste augustin augustina augustine \
        augusto augusts augustus aukusti aulis aundrea aunyaporn Aura auraq aurea aurel aurelia aureliana \
        aureliano aurelie aurelien aurelija aurelio aurica aurimas Aurora aurore ausma ausra austar Austin \
        austmann austmar austra austri Autumn ava avelina avery avi avis avsin awadil awamil awamiri awan awani \
        awero awesi awilda awj awlya awmar awrad axel axenia aya ayaan ayako ayamin ayana ayanna ayaydin aybora \
        ayden aydin aydinbey aydinc ayesha aygutalp ayinde ayinke aykutalp ayla aylin aylla ayman aymen aymeric \
        ayodeji ayodele ayoka ayoub aypar aysan aysar ayse aysoy aytek aytuna ayub ayush ayushman ayvas ayyubi \
        azaan azad azalee azban azeeb azeglio azettin aziz azizi azucena azuolas azzie baaba baahir baaizeed \
        baaqee baaqir baaree baashir baasim baasit baba babar babara babasola babatunji babawale baber babette \
        baccio bachittar badawi badr bagas bagdas bagiya bagus bagya baha bahaa bahaddin bahadir bahadurjit \
        bahari bahittin bahiy bahuraksa bahuwarna bahuwirya baiba bailey bailie bairbel bajragin bakda bakhshi \
        baki bakiadi bakianto bakidin bakijan bakiman bakiono bakti baktiadi baktianto baktiono bala balamantri \
        balangga balapati balatekin balazs baldassare baldomero balduino baldur baldvin baldwin Bale baleegh \
        balendra balhaar bali balidin balijan balinda balint baljiwan baltas baltasar balthasar balvan balveer \
        bambad bambang bambi banara banawa banawi bancar bandile banjeet bao baptist baptiste baqar baqir bara \
        barak barasa Barb barbar barbara barbera barbie barbora barbra bardi bardur barica baris bariscan barna \
        barnabas barney barr barraq barrett barri barrie barry barsen bart bartek bartholomaus bartholomew \
        bartley bartolome bartolomej bartolomeo barton bas basaam basay baseer basel basem bashaar bashaarat \
        bashan bashar basharat basheer basheerah Basil basile basilio basim basir basok bassam bassi bastiaan \
        bastian bastien batal batirhan batool baturay baudelio baudouin baugur bautista baydu baykan bayman \
        bayram bayruhan baytal bayzettin bazam bea Beat beata beatrice beatris beatrix beatriz beau beauden \
        beaulah becki beckie becky bedi bedri bedrich behbud behrem behruz beinir beinteinn beitir bekan bekbay \
        bekir bektasi bela belen belia belinda belkis Bell bella belle bellisan bello belo belva ben benadik \
        benard benas bence bendeguz benedek benedetto benedict benedicte benedikt benedita bengibay bengt beni \
        benicio benigno benita benito benjamim benjamin benn bennett bennie benno benny benoit benol benson Bent \
        bente bento benton benvenuto beppe berat beren berend berends berenice berezat berit berkal berki \
        berksay berna bernabe bernadett bernadette bernadine bernard bernarda bernardine bernardino bernardita \
        bernardo bernd berndt berneice bernetta bernfried bernhard bernice bernie berniece bernita bernt \
        bernward berran Berry bert berta bertalan bertha berthe berthold bertie bertil berto bertold bertram \
        bertrand bertulis beryl beshte besin bess bessie beth bethanie bethann bethany bethel betina betsey \
        betsy bette bettie bettina betty bettye beulah bev bevan beverlee beverley beverly beyda beyler beyzade \
        bhekani bhekisisa bhekizizwe bhekokwakhe biagio bianca bianka bibi bibiana bibisora bibuwa bican biel \
        bilaal bilal bilender bilgen bilgutay biljana bilkisu bill billi billie billy billye bilol biltas \
        binbasar binisik birdie birger birgit birousk birsen biruta bisar biserka bizhan bjarne bjorg bjorn \
        blahoslav blaine blair blake blanca Blanch blanche blandine blanduzia blanka blas blazej blazena \
        Blessing blondell Blossom blythe Bo boaz Bob bobbi bobbie bobby bobbye bobur bodhi bodo boe bogatimur \
        bogdan bogdana boglarka bohdan bohumil bohumila bohumir bohus bohuslav boje bok bolatito boleslav \
        boluwatife boma bonface bong bonifac boniface bonifacio bonita bonnie bonny booker borahan boratas \
        borbala borge boris borivoj borja borje borris borys botond bouchra boyce boyd boynak bozbag bozena \
        bozerk bozica bozo boztas brad bradford bradley bradly brady brahim Brain bram branda brande brandee \
        branden brandi brandie brandon brandusa Brandy branislav branka branko brant braxton brayan brayden \
        breandan breann breanna breanne brecht breda bree brencis brenda brendan brendon brenna breno brent \
        brenton bret bretislav brett brian briana brianna brianne brice bridget bridgett bridgette briek brien \
        brieuc brigette brigid brigida brigita brigitta brigitte brijesh brinda britany britney britni britt \
        britta brittaney brittani brittanie Brittany brittney brittni brittny brock broderick brodie bronislava \
        bronwyn Brook brooke Brooklyn Brooks bror bruce bruna brunilda bruno bryan bryant bryce brynn bryon Buck \
        Bud Buddy budi buenaventura buffy buford buhari bulah bulunc bunmi Bunny buraid burakhan burc burckhard \
        burghard burkard burkhard burkhardt burl burt burton busara busisiwe buster buyrukhan byron bystrik \
        cabbar caetana cagak cager cahal cahangir cahir cahya cahyadi cahyanto cahyo cahyono cailum caio caitlin \
        caitlyn caket cakrabirawa cakrabuana cakrajiya cakrawala cakrawangsa cal calandra calcedonio caleb \
        calebe calisto calixto callan callie callum calogero calum calvin camelia cameron cami camie camila \
        camilla camille camillo camillus camilo cammie campbell candace candance candela candelaria candelario \
        candi candice candida candido candie candis candra candrakanta Candy candyce canice caoimhin caolain \
        caolan caomhan capa Caprice capucine cara caraka caren carey cari caridad carie carin carina carine \
        carisa carissa carita carl carla carlee carleen carlene carletta carley carli carlie carline carlito \
        carlo carlos carlota carlotta carlton carly carlyn carma carman carmel carmela carmelina carmelita \
        carmella carmelo carmen carmenza carmina carmine carminho carmon carol carola carolann carole carolee \
        carolin Carolina caroline carolyn carolyne carolynn caron caroyln carri carrie carrol carroll Carry \
        carson carsten carter carub cary caryl caryn cas casandra casemiro casey casiana casie casper cassandra \
        cassaundra cassi cassidy cassie cassondra cassy cataleya catalina catarina caterina cathal catharine \
        catherine cathern cathey cathi cathie cathleen cathrine cathryn cathy catina catinca catrina catrinel \
        catur caturangga caua caue cavad cavid cawisadi cawisono cawuk cayadi cayetano cebrian cecelia cecep \
        cecil cecila cecile cecilia cecilie cecilija cecilio cecille cecily cedric cedrick ceferino celal celena \
        celesta Celeste celestin celestina celestine celestino celia celina celine celsa celso cemal cemani \
        cemeti cemil cemplunk cengiz cengkal cengkir ceola cerasela cesar cesare cetin ceyhun cezara cezary \
        chabane Chad chadwick chaifah chaitanya chaiwut chakradev chakradhar chalisa chamali champak chan chana \
        chanakya Chance chanda chandra chandran chandresh chanel chanell chanelle chanez chang changaz chanikan \
        chaniya chantal chantay chante chantel chantell chantelle chanya charan charis charise charissa charisse \
        charita Charity charla charleen charlene charles charlesetta charlesh charlette charley charlie charline \
        charlott charlotte charly charlyn charmaine charolette charos chas Chase chashida chasity Chastity \
        chatresh chatura chau chauncey chausiki chawin chawish chaya chayanin chayapat che Chelsea chelsey \
        chelsie chema cher cheragh chere cheree cheri cherie cherif cherilyn cherise Cherish cherly cherri \
        cherrie Cherry cherryl chery cheryl cheryle cheryll Chester chet cheusi cheyenne Chi chia chiamaka \
        chiara chibuzo chidimma chigozie chijioke Chin China chinedu chinelo ching chinyere chipukizi chiquita \
        chiraz chizoba chloe chong chris chrissy christa christal christeen christel christelle Christen \
        christena christene christer christi christiaan Christian christiana christiane christie christin \
        christina christine christinia christof christofer christoffer christoper christoph christophe \
        christopher christos christy chrystal chucho Chuck chuki chukwudi chukwuemeka chun chung chus chuy cian \
        cianan ciara ciaran cicely ciera cierra cillian cinda cinderella cindi cindy cingiz cinthia cipriana \
        cipriano ciriaco cirillo cirino ciro claas claes clair claire clara clare clarence claretha claribel \
        clarice clarine clarisa clarissa clarisse clarita clark clas classie claud claude claudette claudia \
        claudie claudine claudio claudius claudy claus clavs Clay clayton clemence clemencia clemens clement \
        clemente clementina clementine clemmie cleo cleopatra cleora cleotilde cleta cleto cletus Cleveland \
        Cliff clifford clifton climaco clint clinton clive clora clorinda clothilde clotilde clyde codrina \
        codruta cody cohen colby Cole coleen coleman colene coletta colette colin colins colleen collen collette \
        collin collins colm colman colton coluccio colum columba Columbus Come Comfort conal conall conan \
        concepcion Conception concetta conchita conchur conleth conn connell connie connor conny conor conrad \
        conrado constanca Constance Constant constanta constantin constantina constanza consuela consuelo \
        contessa Cooper cora Coral coralee coralia coralie corazon Cord cordelia cordell cordia cordie coreen \
        corene corentin coretta corey cori corie corina corine corinna corinne coriolano corliss cormac cormack \
        cornelia cornelio cornelis cornelius cornell corrado corrie corrina corrine corrinne cortez cortney cory \
        cosima cosimo cosme cosmina cosqun costantino costanzo courtney Coy craig crenguta creola crina cris \
        criselda crissy crista cristal cristen cristi cristian cristiano cristie cristin cristina cristine \
        cristobal cristopher cristy Cruz Crystal csaba csilla csongor ctibor ctirad cumsud curro Curt curtis \
        custodio cvetka cyndi cyndy cynthia cyprian cyriel cyril cyrille cyrus cythia czeslaw daan dace dacia \
        daciana dacin dadap dadas dadi dafina dag dagel dagmar dagmara dagobert dahlia dai daiana daiga daina \
        dainess dainis dainius daire daisey Daisy Dakota daksh dakshesh dalbir dale dalene daler dalia dalibor \
        dalila dalili daliman dalimin daliono Dallas dalton damar damaris damian damiano damien damienne damife \
        damion damir damjana damon damu dan dana danae danang dancan dane danelle danette dani dania danial \
        danica daniel daniela daniele danielius daniell daniella danielle daniels danijel danijela danika \
        danille danilo daniswara danita danjuma danna dannette dannie dannielle danny dante danu danuja danuse \
        danuta dany danyel danyell danyelle daphine daphne dara daragh darain darby darcel darci darcie darcy \
        darell daren daria dariana dariati darijan darimin darin darinka dario darius dariusz darja darko darla \
        darleen darlena darlene darline darmaji darman darmana darmanto darnell daron darpan darragh darran \
        darrel darrell darren darrick darrin darron darryl darryn darsh darsirah darta dartono daru daruna \
        darwin dary daryani daryl dasa dastageer daudi dave davi david davida davin davina davis davor davy \
        dawid dawn dawna dawne dayana dayle dayna dayyaan deadra deaglan Dean deana deandra deandre deandrea \
        deane deangelo deann deanna deanne deb debbi debbie debbra debby debera debi debora deborah debra debrah \
        debroah declan dedra dee deeann deedee deedra deena deidra deidre deirdre deisy deividas dejan Del \
        delaine delana delbert delena delfina delfino delia delicia delilah delinda delisa Dell della delma \
        delmar delmer delois deloise delora delores deloris delorse delpha delphia delphine delsie Delta \
        demarcus demeter demetra demetria demetrice demetrio demetrius demilade dena denae deneen denes denese \
        denice deniis denis denisa denise denisha denisse denita denna dennis dennise denny Denver deon deonna \
        dereck derek derick dermot dermott derrick deshawn desiderio desirae Desire desiree desmond despina \
        dessie Destiny detra dev devansh devin Devon devona devora devorah dewayne dewey dewitt dex dexter \
        dezider dezso dhruv Diamond dian diana diane diann dianna dianne diarmaid diarmuid dick dickson dida \
        didier didina diederik diedra diedre diego dierdre dieter digdaya digna dilara dillon dilnur dimas dimaz \
        dimitri dimitrina Dimple dina dinah dinis dino dinorah diogo dion dione dionigi dionisio dionna dionne \
        dionyz dipa dirja dirk dita Dixie diyor diyora djamel dmitri dobroslav dochia Dodo doina dollie Dolly \
        dolores doloris dom domagoj domantas domas domenic domenica domenico domhnall dominga domingo dominic \
        dominica dominick dominik dominika dominique dominque dominyka dominykas domitila domnica domonique Don \
        dona donagh donal donald donatas donatello donato donella donetta dong donita doniyor donn donna \
        donnacha donncha donnell donnetta donnette donnie donny dono donough donovan donte donya dora dorathy \
        dorcas doreen dorene doretha doretta dori doria dorian doriana dorie dorina dorinda dorine doris dorli \
        dorota doroteja dorotha dorothea dorothee dorothy dorris dorsey dortha dorthea dorthey dorthy Dot dottie \
        dotty doug douglas douglass dounia dovie dovile dovud dovydas doyinsola doyle draga dragan dragica \
        dragutin drahomir drahomira drahoslav drahoslava drajat drazen dreama drema Drew Dries drucilla drusilla \
        duane duarte dudley duilio duje dulce dulcie duma dumisani dumisile dumitra dumitrana duncan Dung dunia \
        dunyamali duong durab durante durdica durdona durodola dusan dusanka dusti dustin Dusty duuk duyen dwain \
        dwayne dwi dwight dyan dylan dylano dzidra dzintars dzintra eakumbu eamon eamonn eanna Earl earle \
        earlean earleen earlene earlie earline Earnest earnestine eartha Easter ebbe eboni ebonie Ebony ebuka \
        ecaterina Echo Ed eda edda eddie Eddy edelmira edelmiro Eden eder edgar edgaras edgard edgardo edgars \
        edi edie edilma edina edison Edit edita edite edith edmond edmund edmundo edmunds edna edoardo edouard \
        edris edu eduard eduarda eduardo eduards edvard edvardas edvin edvinas edvins edward edwardo edwin \
        edwina edyth edythe eelis eemeli eemil eerik eero eetu effie efrain efren eftimia ega egidijus egil \
        egils egle egon ehtel eileen eilene eimantas einar einari einer eino eirik eivind eja ejlaal eka \
        ekalinga ekansh ekapad ekaraj ekavir ekbal ekene eko ekow ekundayo ekundu ela eladio elaf elaina elaine \
        elana elane elanor elariz elayne elba elbert elcin elda eldar elden eldon eldora eldridge elea eleanor \
        eleanora eleanore elease elemer elena eleni elenor elenora elenore eleonor eleonora eleonore eleuterio \
        elfida elfrieda elfriede elgun eli elia eliabeth eliakimu eliana eliane elias elicia elida elie eliette \
        elif eligio elijah elin elina elinor elinore eliona eliot eliott elis elisa elisabeta elisabeth \
        elisaveta elise eliseo elisha eliska elissa elita eliud eliz eliza elizabeta elizabete elizabeth \
        elizbeth elizebeth elke ella elladio ellamae ellen ellie elliot elliott ellis ellsworth elly ellyn elma \
        elman elmar elmars elmer elmeri elmidar elmir elmira elmo elna elnora elnur eloa eloah elodia elodie \
        elof elois eloisa eloise elon elouise eloy elpidio elroy elsa elsad Else elsie elton elturan eluh elva \
        elvana elvera elvia elvie elvin elvina elvira elvire elvis elwanda elwood elxan elyas elyse elza \
        elzbieta ema eman emanuel emanuela emanuella emanuelly emas embuh emeka emelda emelia emelina emeline \
        emely Emerald emerita emerson emery emese emiel emigdio emiko emil emile emilee emilia emilian emiliano \
        emilie emilien emilija emilio emilis emilly emils emily emin emine Emir emma emmanuel emmanuelle emmet \
        emmett emmie emmitt emmy emogene emong emory empluk ena enar enda endra endre ene enedina eneida enid \
        eniko eniola enna ennio enoch enock enola enrico enrique enriqueta ensio enteng enya enzi enzio enzo \
        eoghan eoin eowyn epifania epifanio Era eraldo erasmo eric erica erich erick ericka erik erika erikas \
        eriks erin erinn erkki erland erlene erlinda erline erling erma ermanis ermanno ermelinda ermenegildo \
        ermes erminia erna ernest ernestas ernestina ernestine ernesto ernests ernie erno ernst erny errol erva \
        ervin erwan erwin eryk eryn erzsebet esa esben esfandyar esi eskil esko eslemnur esmeralda espartaco \
        espen esperanza espiridion essie esta esteban estefania estela estell estella estelle ester estera \
        esther estiawan estiono estrella esupofo eszter etelka etha ethan ethel ethelene ethelyn ethyl etibar \
        etienne etiqad etizaaz etta ettore euan eufemia eufrosina eugen eugene eugenia eugenie eugenio eula \
        eulalia eun euna eunan eunice eusebia eusebio eustaquio eustolia eutimio eutropio eva evald evaldas \
        evalds evalyn evan evance evangelina evangeline evanghelina evans evaristo Eve evelia evelin evelina \
        eveline evelio evelyn evelyne everett everette evert evette evie evija evita evon evonne ewa ewan \
        ewatomi ewelina exie eyyub ezekiel ezequiel ezio ezoza Ezra faas fabia fabian fabiana fabien fabienne \
        fabio fabiola fabrice fabricio fabrizio facundo fadekemi faderera fae fahari fahmi faiq Fairy faisa \
        Faith faizan falan fallon famil fanaka fanni fannie fanny faqid farah faraj faraja farangiz faras Fares \
        farhan farhiya farhod farid farijika fariq faris fariz farouk farrah farzona fatima fatimah fatteh \
        faustas faustina faustino fausto Fawn fay faye fazil fazli Fe feargal fearghal fedde fedele federico \
        federigo fedor fehintola felecia felica felice felicia feliciano felicidad felicie felicita felicitas \
        felipa felipe felisa felisha felix fella felton ferdinand ferdinando ferenc fergal fergus ferhat feriel \
        fermin Fern fernand fernanda fernande fernando ferne ferny ferre feruza festus fiachra fibikemi fidel \
        fidela fidvi fiifi fikayomi filiberto filip filipa filipe filippa filippo filofteia filomena fimar \
        finbar finbarr finian finn fintan fiona fionan fionntan fiorenzo fiorino firdavs firdovsi firudin fitan \
        fito fiyaz fjolla flannan flavia flavio flemming fleta fletcher flo floare floarea flor Flora florance \
        flore Florence florencia florencio florene florent florenta florentin florentina florentine florentino \
        floretta florian floriana florica Florida florin florina florinda florine floris flossie floy floyd \
        flynn fodil folashade folke folu fonda Forest forrest fortunato Foster fotima fouzia frado fran Franc \
        France francene frances francesca francesco franchesca francie francina francine francis francisca \
        francisco franciscus franciska franciszek franck franco francois francoise francy franjo Frank frankie \
        franklin frankline franklyn franky frans frantisek frantiska franz franziska fraser frazer fred freda \
        fredda freddie freddy frede frederic frederica frederick fredericka frederico frederik frederique fredia \
        fredo fredric fredrick fredricka fredrik freeda freeman freida fresia fricis frida fridolin fridrich \
        frieda friedrich fritz frode frusina fryderyk fuad fulvio fuma fumiko fuzayl fuzuli gabin gabino gabor \
        gabriel gabriela gabriele gabrielius gabriella gabrielle gabrielly gaby gada gadang gaduh gael gaelle \
        gaetan gaetano gagan gaia gaida gail gaiman gaja Gala galak galang galar galasso Gale galen galih galina \
        galiono galuh galur gaman gamani gamanto gambira gamblang gambo ganda gandewa garech gareth garfield \
        Garland Garnet garnett Garret garreth garrett garry garth garvan gary gaspar gaspard gaspare gaston \
        gastone gatis gaurang gaurav gautam gauthier gavan gavin Gay gaye gayla gayle gaylene gaylord gaynell \
        gaynelle gbadebo gbolahan gbowoade geanina gearldine gearoid gederts gediminas geert geir gejza gemma \
        gena genaro Gene Genesis geneva genevie genevieve genia Genie genna gennie genny genovefa genoveva \
        gentiana geoffrey geoffroy geofrey georg georgann george georgeann georgeanna georgene georges georgeta \
        georgetta georgette Georgia georgiana georgiann georgianna georgie georgina georgine gerald geraldine \
        geraldo geralyn gerard gerardo gerardus gerd gerda gergely gergo gerhard geri germaine German geronimo \
        gerrard gerri gerrit gerry gert gertha gertie gertrud gertrude gertude geta gethera geza ghazanfer \
        gherghina ghilas ghislain ghislaine gia giacinto giacobbe giacomo giampaolo giampiero gian giancarlo \
        gianfrancesco gianfranco gianina gianluca gianluigi gianmarco gianna gianni gianpaolo gianpietro gideon \
        gidget giedre giedrius giel gigi gijs gil gilbert gilberte gilberto gilda giles gilles gillian gillis \
        gina ginette Ginger ginny gino gintare gioacchino gioachino gioele gioffre gioia gionata giorgio giosue \
        giovanna giovanni girik girindra girish girolamo girts gisela gisele giselle gita giulia giuliana \
        giuliano giulio giuseppe giuseppina giustino gizella gizem gladis glady gladys glayds glen glenda \
        glendora glenn glenna glennie glennis glinda gloria Glory glynda glynis goda godfrey goffredo golda \
        goldie goma goncalo gonzalo gopal goran gordan gordana gordon gorm gosta gote gottfrid Grace gracia \
        gracie graciela grady graeme graham graig Grant granville grayce grayson graziano greco greg greger \
        gregg gregoire gregor gregoria gregorio gregory greta gretchen grete grethe gretta gricelda grieta \
        grisel griselda gro grover grzegorz guadalupe guarino gudrun guglielmo gugu gugulethu guido guilherme \
        guillaume guillermina guillermo gulaga gulbala gulfaam gunars gunbir gunduz guneet guney gunita gunn \
        gunnar Gunner guntars gunter gunther guntis gus gussie Gust gustaaf gustaf gustas gustav gustavo gustaw \
        gusztav guus Guy gwen gwenda gwendolyn gwenn gwyn gwyneth gyongyi gyorgy gyozo gytis gyula Ha habib \
        habiba habibu habil hadassa hadicha hadithi hadiza hadjer hae hafiz hafsat hai haiba hailey hajnalka \
        hakim hakon hal haley halid halima halina halisi halley hallie hamid hamis hamish hamisi hampus hamza \
        han hana Hang hanh hania hanja hank hanna hannah hanne hannelore hannes hannu hans hanspeter hanss \
        harald harambee hardik harijs harish harlan harland harley Harmony harnail harold harri harriet harriett \
        harriette harris harrison harry Harsh harshil haruna harvey hasan hashiki hassan hassie hatima hattie \
        hauwa havard hawehindi hayat haydee hayden hayley haywood hazeem Hazel Heath heather hector hedvika \
        hedwig hedy hee hege heide heidi heike heikki heinrich heinz heitor hekima helaine helen helena helene \
        helga helge hellen hellena helmer heloisa heloise hemang hendrik henk henning henri henric henrich \
        henricus henrietta henriette henrik henrikki henriks henrique henry Herb herbert heriberto herlinda \
        herma herman hermanis hermann hermanni hermelinda hermina hermine herminia hernan herschel hershel herta \
        hertha hester hettie hidaya hidde hiedi hilal hilaria hilario hilary hilda hilde hildegard hildegarde \
        hilding hildred hillary hilma hilton hipolito hiram hiroko hisako hitesh hjalmar hjalte hoa hoang hobert \
        hocine hodari holger holley holli hollie hollis Holly homer homero Honey hong honore Hope horace horacio \
        hortencia hortense hortensia horymir hosea houcine houda Houston howard hoyt hredhaan hritik hrvoje \
        hubert hudson Hue huey hugh hugo hugues huguette hui hulda humaiya humayra humberto humoyun Hung hunor \
        Hunter huong huseyn huseynqulu hussein huy huzaifa Hyacinth hye hyman hynek hyon hyun iain ian iara \
        ibidapo ibironke ibis ibolya ibrahim ibrohim Ida idalia idell idella iesha ieva ifeanyi ifechukwu ifeoma \
        ifora ifunanya ige ignac ignacia ignacio ignacy ignas ignazio igor igors iisakki ika ikbal ike ikenna \
        ikeoluwa ikram ila ilana ilari ilda ildiko ileana ileen ilene ilenia ilham iliana ilias ilija ilja ilkin \
        ilkka illa ilmari ilmars ilona ilqar ilse iluminada ilyas ilyes ima imam imants imany imara imaran \
        imelda imene imogene imona imran imre imrich imron In ina India indira indrajit indre indrek indrikis \
        inell ines inez inga inge ingeborg inger ingrid ingrida inioluwa inocencia inqilab intiqam iola iona \
        ione ippazio ira iraida iren irena irene iretioluwa irina Iris irish irma irmantas irmgard irvin irving \
        irwin isa isaac isabel isabela isabell isabella isabelle isabelly isadora isaiah isaias isaque isaura \
        isaya isela iseoluwa isfandiyor ishaan ishola ishwar isiah isidora isidra isidro isis Islam islom ismael \
        ismail ismayil ismo ismoil isobel Israel israfil isreal issac issack istvan itanya ituri iva ivan ivana \
        ivanka ivar ivars ivelisse iver iveta ivette ivey ivica ivka ivo ivonne Ivory Ivy iwo ixtiyar iyabode \
        iyadunni iymona izabele izetta izidor izola Ja jaakko jaan jaanus jabulani jacalyn jacek jacelyn jacinda \
        jacinta jacinto jack jackeline jacki jackie jacklyn jackqueline Jackson jaclyn jacob jacobo jacopo \
        jacqualine jacque jacquelin jacqueline jacquelyn jacquelyne jacquelynn jacques jacquetta jacquie \
        jacquiline jacquline jacqulyn jada Jade jadranka jadwiga jae jafar jagat jagdish jahi jahongir jai jaime \
        jaimee jaimie jairaj jake jakob jakobs jakov jakub jaleesa jalia jalisa jalmari jalol jamaal jamal jamar \
        jame jamee jamel james jamey jami jamie jamila jamison jammie jamshid jan jana janae janay jane janean \
        janee janeen janel janell janella janelle janene janessa janet janeth janett janetta janette janey \
        jangwa jani janice janie janiece janina janine janis janise janita janja janko jann janna janne jannet \
        jannette jannie jannik jannis jano janos January jaqueline jared jari jarkko jarl jarmo jarno jarod \
        jarolim jaromir jaroslav Jarred jarrett jarrod jaruwan jarvis jasiri jasmin jasmina Jasmine jasminka \
        jasna jason jasper jasur jatin jaunita javier javiera javohir jaxon jay jayden jaye jayme jaymie jayna \
        jayne jayson jazeps jazmin jazmine Jc jean jeana jeane jeanelle jeanene jeanett jeanetta jeanette \
        jeanice jeanie jeanine jeanmarie jeanna jeanne jeannette jeannie jeannine jeanny jed jedrzej jeet jeff \
        jefferey jefferson jeffery jeffrey jeffry jekabs jekaterina jekaubs jelani jele jelena jelka jelle jelte \
        jen jena jenae jene jenee jenell jenelle jenette jeni jenice jenifer jeniffer jenine jenise jenna \
        jennefer jennette jenni jennie jennifer jenniffer jennine jenny jeno jens jeppe jerald jeraldine jeramy \
        jere jeremi jeremiah jeremias jeremy jergus jeri jerica jerilyn jermaine jerneja jerold jerome jeromy \
        jeronimo jerrell jerri jerrica jerrie jerrod jerrold jerry jerzy jesenia jesica jesper jess jesse \
        jessenia jessi jessica jessie jessika Jesus jesusa jetta jettie jevgeni Jewel jewell jezups Ji jill \
        jillian jim jimmie jimmy jin jina jindrich jinjuta jip jiri jitrin Jo joachim joakim joan joana joane \
        joanie joann joanna joanne joannie joao joaquim joaquin joaquina Job jocelyn jocelyne jodee jodi jodie \
        jody joe joeann joel joella joelle joellen joep joesph joetta joette joey johan johana johann johanna \
        johanne johannes johans john johna johnathan johnathon johnetta johnette johnie johnna johnnie johnny \
        johnsie johnson joi jokubas jolan jolanda jolanta joleen jolene jolie jolina joline jolyn jolynn jon \
        jona jonah jonas jonathan jonathon jone jonell jonelle joni jonie jonna jonnie joojo joona joonas \
        joonatan joost Jordan jordi jordon jordy jorg jorge jorgen joris jorma jorn jort jorune jorunn jos jose \
        josee josef josefa josefina joselyn josep joseph josephina josephine josette josh joshua josiah josiane \
        josie josip josipa josko joslyn joso jospeh josphat josphine josue josy jouko jouni jovan jovita Joy \
        joya joyce joycelyn joye jozef jozefa jozica jozo jozsef jua juan juana juanita jude judi judie judit \
        judith judson judy juha juhana juhani juho jukka jule julee julene jules juli Julia julian juliana \
        juliane juliann julianna julianne julie julieann julien julienne juliet julieta julieth juliette julija \
        julijana julijs julio julissa julita julius juliusz juma jumaane June jung junie Junior junita juozas \
        juraj jure jurg jurgita juri juris jurre jussi justa justas justin justina justinas justine justiniani \
        justus justyna jutta juuso juwon jyrki Ka kaarlo kabir kabiru kacey kachela kaci kacie kacper kacy kada \
        kadri kahina kai kaila kaique kaitlin kaitlyn kaja kajetan kajus kala kaleigh kalervo kalevi kaley kali \
        kalina kalle kalman kalpit kaluwa kalyn kam kamal kamala kamau kami kamil kamila kamilah kamilly \
        kamolchanok kamran kamron kandace kandi kandice kandis kandy kanisha kaombwe kara karama karan karanja \
        kare kareem kareen karel karen karena karey kari karie karim karima karin karina karine karisa karissa \
        kariuki karl karla karleen karlene karlis karlo karly karlyn karma karmen karol karolina karoline \
        karolis karoly karolyn karon karren karri karrie karsten kary karyl karyn kasandra kasey kasha \
        kashangaki kasie kaskazi kaspar kaspars kasper kassandra kassie kata katalin katarina kate katelin \
        katelyn katelynn katerine kathaleen katharina katharine katharyn kathe katheleen katherin katherine \
        kathern katheryn kathey kathi kathie kathleen kathlene kathline kathlyn kathrin kathrine kathryn \
        kathryne kathy kathyrn kati katia katica katie katina katja katlyn katrice katrin katrina kattie katy \
        kauko kay kayce kaycee kaye kayla kaylee kayleen kayleigh kaylene kazim kazimierz kazimir kazuko keano \
        kecia keely keena keenan keesha keijo keiko keila keisha keith keitha keji keld kelechi keli kelle \
        kellee kelley kelli kellie kelly kellye kelsey kelsi kelsie kelvin kemberly Ken kena kenda kendal \
        kendall kendra kendrick keneth kenia kenisha kenn kenna kennedy kenneth kennith kenny Kent kenton Kenya \
        kenyangi kenyatta kenyetta kera keren keri kermit kerri kerrie kerry kerstin kesha keshia kestutis \
        keturah keven kevim kevin khaan khadidja khadija khaled khalil khamani khamisi khanyisile khoa kia kiaan \
        kiah kian kiana kiapo kiara kibafupia kibet kibibi kiburi Kick kiera kieran kiersten kiesha kieth kijana \
        kijani kikelomo kiley kilian kim kimani kimber kimberely kimberlee kimberley kimberli kimberlie kimberly \
        kimbery kimbilio kimi kimiko kimmo kimya kina kinaya kindra King kinubi kiojah kioko kip kipenzi kipepeo \
        kipras kira kirby kirk kirsten kirstie kirstin kisha kisima Kit kitti kittie Kitty kiume kiwara kiyoko \
        kizzie kizzy kjeld kjell kjersti kjetil klara klaus klavdija klavs klea klement kliment knut kodchaporn \
        koen kofi kojo kolawole koloman kondo konrad konradi konradus konstantin konstanty korede korey kori \
        kornel kornelia kornelija kortney kory kosisochukwu kotryna kourtney kovu kraig kris krish krishna \
        krisjanis kriss krissy krista kristal kristan kristaps kristel kristen kristers kristi kristian kristie \
        kristiina kristijan kristin kristina kristine kristjan kristof kristofer kristoffer kristopher krists \
        kristupas kristy kristyn krisztian krisztina krisztofer krysta krystal krysten krystian krystin krystina \
        krystle krystof krystyna krzysztof ksawery ksenija kuchanua kujoe kullervo kulnun kum kunaporn kunkyi \
        kurt kurtis kurunzi kusiima kustaa kvetoslav kwabena kwadwo kwaku kwame kwamena kwasi kweku kweli kwesi \
        kyalo kyan kyano kyara kyla kyle kylee kylie kym kymberly kyoko kyong kyra kyung laban lacey lachelle \
        laci lacie lacin Lacy ladawn ladina ladislav ladonna Lady lael laetitia lahoma lai laia laila lailati \
        laimonis laini lajos lajuana lakeesha lakeisha lakendra lakenya lakesha lakeshia lakia lakiesha lakisha \
        lakita laksh lakshit lala lam lamar lamberto lamine lamont lan lana lance lando landon Lane lanell \
        lanelle lanette langalibalele lani lanie lanita lannie lanny lanora laquanda laquita lara larae laraine \
        larhonda larisa larissa larita laronda larry lars larue lasandra lashanda lashaun lashaunda lashawn \
        lashawnda lashon lashonda lashunda lasonya lasse lassi laszlo latanya latarsha latasha latashia latesha \
        latia laticia latina latisha latonia latonya latoria latosha latoya latoyia latrice latricia latrina \
        latrisha launa laura lauralee laure laureano laureen Laurel lauren laurence laurene laurens laurent \
        laurenz lauretta laurette lauri laurice laurie laurin laurina laurinda laurine lauris laurita laurits \
        lauryn laurynas laus laust lautaro lavada lavelle lavenia lavera lavern laverna laverne laveta lavette \
        lavina lavinia lavon lavona lavonda lavonia lavonna lavonne lawana lawanda lawanna lawerence lawrence \
        layla layne lazaro lazim laziz lazzaro Le lea leah Lean leana leander leandra leandro leann leanna \
        leanne leatha leatrice leda Lee leeann leeanna leeanne leena leesa leevi leia leidy leif leigh leighann \
        leila leilani leisa leisha leja leke lekisha lela leland lelia lemuel len lena lenard lene leni lenn \
        lenna lennard lennart lennarth lennie lenny lenora lenore leo leola leoma leon leona leonard leonarda \
        leonardo leone leonel leonhard leonia leonie leonila leonor leonora leonore leons leontine leopold \
        leopoldo leora leos leota lera lere leroy les lesa lesia leslee lesley lesli leslie lessie lester leta \
        letha leticia leticija letisha letitia letizia lettie letty levente levi levin levoslav lewis lex lexie \
        leyla lezlie lhanzey Li lia liam liana liane lianne libbie libby liberto Liberty libia libor librada \
        lida lidia lidija lien liepa lieselotte ligia lila lili lilia lilian liliana liliane lilijana liljana \
        lilla lilli lillia lillian lillie lilly Lily Lin lina linas Lincoln linda lindsay lindsey lindy Line \
        linette ling linh linn linnea linnie lino linsey linus linwood lionel lisa lisandra lisandro lisbeth \
        lise liseth lisette lisha lissa lissette lita liv livia livio liwia liya liz liza lizabeth lizbeth \
        lizeth lizette lizzette lizzie ljiljana ljubica ljubov ljudmila lloyd Loan lodovico loek logan lohit \
        loic loida lois lola lolita loma lon lona londa londisizwe londiwe Long loni lonna lonnie lonny lora \
        loraine loralee Lore loree loreen lorelei loren lorena lorene lorenz lorenza lorenzo loreta loreto \
        loretta lorette lori loria loriann lorie lorina lorinda lorine loris lorita lorna lorraine lorretta \
        lorri lorriane lorrie lory lotfi lottie lou louana louann louanne louella louie louis louisa louise \
        lourdes lourenco louvenia lovella lovie lovre lovro lowell loyce loyd Lu luan luana luann luanne lubomir \
        lubor lubos luboslav luc luca lucas lucca luce luchino luci lucia luciana luciano lucie lucien lucienne \
        lucija lucila lucile lucilla lucille lucina lucinda lucio lucius Lucky lucrecia lucretia lucy ludek \
        ludie ludivina ludmila ludolf ludomil ludovico ludovit ludvig ludvik lue luella luena luetta luigi luis \
        luisa luisana luise luisina luiz luiza luka lukas lukasz luke lula lulu lumir Luna lungile lupe lupita \
        lura lurlene lurline luther luuk luvenia luyanda luz lwandile lyda lydia lyla lyle lyman lyn lyna lynda \
        lyndia lyndon lyndsay lyndsey lynell lynelle lynetta lynette lynn lynna lynne lynnette lynsey lynwood Ma \
        maanas maanav maarten mabel mabelle mable mac macarena macharia machelle macie maciej mack mackenzie \
        macs Macy madalena madaline madalyn madelaine madeleine madelene madeline madelyn madge madhav madie \
        madina Madison madleina madlyn Madonna Mads mae maegan mafalda maftuna magali magaly magan magaret magda \
        magdalen magdalena magdalene magdolna magen maggie magne Magnolia magnus mahdi mahir mahmud mai maia \
        maida maie maila maile maina maira maire maisa maisha maisie maite maivi maja Major majorie makini maks \
        maksim maksymilian makunga makuu malak malcolm malcom malea malena malene malia malik malika malin \
        malinda malisa malissa malka malle mallie mallory malorie malthe malu malwina mamie mammie Man mana \
        manaf manan manbir manca manda mandi mandie mandla mandlakhe mandy manel manfred manie manila manon \
        mantas mante manthan Manual manuel manuela mao Maple maqsud mara maragaret maragret maranda marc \
        marcantonio marcel marcela marcelina marceline marcelino marcell marcella marcelle marcello marcellus \
        marcelo marcene marchelle marci marcia marcie marcin marcio marco marcos marcus marcy Mare marek mareks \
        maren marg margaret margareta margarete margarett margaretta margarette margarida margarita margarite \
        margarito margart margaud margaux marge margene margeret margert margery marget margherita margie margit \
        margo margorie margot margret margrett marguerita marguerite margurite margus marhta mari maria mariah \
        mariam marian mariana mariann marianna marianne mariano maribel maribeth marica maricela marie mariel \
        mariela marietta mariette marija marijan marijana marijn marika mariko marilee marilou marilu marilyn \
        marilynn marin Marina marinda Marine marinka marinus mario marion maris marisa marisela marisha marisol \
        marissa marit marita maritza marius mariusz marivel marjana marjanca marjeta marjona marjorie marjory \
        Mark markas markita markku marko markus marla marlana marleen marlen marlena marlene marleny marlin \
        marline marlo marlon marlyn marlys marna marni marnie maros marquerite marquetta marquis marquita \
        marquitta Marry marsha marshall Mart marta marte marth martha marti martim martin martina martine \
        martins marton martti marty martyn martynas marusa marva Marvel marvella marvin marvis marwa marx mary \
        marya maryalice maryam maryann maryanna maryanne marybelle marybeth maryellen maryjane maryjo maryland \
        marylee marylin marylou marylouise marylyn marylynn maryrose maryse masa masako Mason massinissa matas \
        Mate matea matej mateja mateo mateus mateusz matheo matheus mathew mathias mathieu mathijs mathilda \
        mathilde mati matias matija matilda matilde matiss matous Mats Matt matteo matthew matthias matthieu \
        matthijs matti mattie matunda matus matyas maud maude maudie mauno maura maureen mauri maurice mauricio \
        maurine maurits mauro maurycy mavis mavuno Max maxie Maxim maxime maximilian maximiliano maximina maximo \
        maxine maxwell May maya maybell maybelle maye mayme maynard mayola mayra mazie mcebisi mckenzie mckinley \
        meagan meaghan mechelle meda medard medeja mee meelis mees meg megan meggan meghan meghann mehdi \
        mehdiqulu mehman mehmet mehrimoh mei mel melaine melani melania melanie melany melba melda melia \
        melichar melida melina melinda melisa melissa melissia melita melle mellie mellisa mellissa melodee \
        melodie Melody melonie melony melva melvin melvina melynda mendy Mercedes mercedez Mercy meredith meri \
        merideth meridith meriem merijn merike merilyn merle merlene merlin merlyn merna merri merrie merrilee \
        merrill Merry mert mervin mery meryl meshack meta metka metod mette Mi mia mica micael micaela micah \
        micha michael michaela michaele michal michale micheal michel michele michelina micheline michell \
        michelle michiko mick mickey micki mickie miesha mieszko migdalia mignon miguel miguelina mihaela mihaly \
        mihels mihhail mihkel miika mik mika mikael mikaela mikayil mike mikel mikelis mikels miki mikkel mikki \
        mikko miklos mikolaj mikulas mila milagro milagros Milan milana milda mildred milena Miles milford \
        milica milissa milka millaray millard millicent millie milly milo milos miloslav milosz milton mimi Min \
        mina minda mindaugas mindi mindy minenhle minerva ming minh minna minnie miquel mira miran miranda \
        mireille mirella mireya miriam mirian mirjam mirjana mirna miro miron mironshoh miroslav miroslava mirta \
        mirtha misha Miss missy misti Misty mitch mitchel mitchell mitesh mitsuko mittie mitzi mitzie miyoko \
        mizhir mlungisi mnqobi modesta modesto modris modupe mofifoluwa mogens mohamed mohamedi mohammad \
        mohammed mohand mohinur moira moises mojca mojisola mojisoluwa mojmir mollie molly mona monet monica \
        monika monique monnie monroe monserrat monserrate Monte montserrat monty Moon mora moradeke morayo \
        morena morenike Morgan moriah moric moritz morolake morris morten morton mose moses moshe mosinmileoluwa \
        mosunmola motunrayo mouloud mounir mourad mourib moussa moyosore mozell mozella mozelle mthokozisi \
        mubariz mubina muhallil muhammad muhammadali muhammadamin muhammadamir muhammadayub muhammadaziz \
        muhammadrizo muhammadsafo muhammadsodiq muhammadsolih muhammadumar muhammadyasin muhammadyusuf \
        muhammadziyo muhammed muhazzim mui mulele mumtaz munisa muoi murad muriel murilo murod murray mursalina \
        musa musfira mushtariy muslim muslima muslum mustafa mustafo mustapha musyoka muthoni mutinda mutua \
        mutuku muxlisa muxtar muzayyana muzdahir muzhir mwangi mwezi My myles myong myra myriam myrl myrle myrna \
        myron myrtice myrtie myrtis myrtle myung mzamo Na nacer nachiket nada nadene nadezda nadia nadine nadir \
        nadja nagi naglis nahiara nahuel nakesha nakia nakif nakisha nakita naksh nakul nam namiq nan nana \
        nancey nanci nancie nancy nandor nanette nannette nannie naoma naomi napoleon narcisa narimane nasiru \
        nassim nastja natacha natalia natalie natalija natalja nataly natan nataniel natasa natasha natashia \
        natasza nathalie nathan nathanael nathanial nathaniel natiq natisha natividad natosha nattawun naud \
        naveen nawal nazim nazir ndumiso neal ned neda nedas nedjma nedra neel neil neja nela nelda nelia nelida \
        nell nella nelle nellie nelly nelson nena nenita neoma neomi nereida nerijus neringa nerissa nery \
        nesrine nestor neta nettie neva Nevada nevenka neville Newton neza nga ngamia ngan ngeni ngoc ngozi \
        nguyet nhat nhien nhlanhla nia nicat nichakarn nichelle nichol nicholas nichole Nick nicki nickie \
        nicklas nickolas nickole nicky nico nicol nicola nicolai nicolaj nicolas nicolasa nicole nicolette \
        nicolle nida nidia niek niels niesha nieves nigel nihad nihal niilo niina nika niki nikia nikita nikki \
        niklas niklaus niko nikodem nikolai nikolaj nikolajs nikole nikolett nikoletta nikolina niks Nil nila \
        nilda nils nilsa Nina ninfa ninioluwa niracha nisha nita nitesh nives niyaz niyazi niyilolawa njabulo \
        njeri njoroge njuguna nkazimulo nkiruka nnamdi nneka noa noah nobantu Noble nobuhle nobuko noe noel \
        noelia noella noelle noemi noemie nohemi nohora nojus nokulunga nola nolan noma nomagugu nomalanga \
        nomasonto nomathalente nomathemba nomcebo nomthandazo nomusa nomvula nona nonhlanhla nonjabulo nonso \
        noppakao nora norah norbert norberto noreen norene noriko norine norma norman normand normunds norris \
        nothando noud nour Nova novella novruz noxolo nozibusiso nozizwe nqobizitha ntimi Nu nubia nuhu Numbers \
        nuno nuria nuriat nuriya nurlan nurmuhammad nuru nurulla nusa nutcha nutkrita nutwadee nwabudike nydia \
        nyla oba obanijesu obdulia obianuju obinna oceane ochieng ocie octavia octavio oda Odd odelia odell \
        Odessa odette odhiambo odilia odina odis ofelia ogechi ogooluwa oiva ojas Ok oke okechukwu ola oladare \
        oladimeji olaf olajumoke olakunle olanrewaju olansile olasunmbo olav olavi oldrich ole oleg olen olene \
        oleta olfert olga olgerts olgierd olimpia olin olinda oliva Olive oliver olivia olivier olivija oliwier \
        olli ollie ololade oluchi olufunke olufunmilayo olumorotimi oluwafemi oluwagbemiga oluwakemi \
        oluwamumibori oluwamuyiwa oluwasanmi oluwasegun oluwole olwethu Olympia oma omaira omar Omega omer omina \
        omobobola omobolanle omodunni omolabake omolara omondi omosalewa omotara omotayo omotola omotoun omowumi \
        ona ondrej oneida onita onni onyango onyinye Opal ophelia oqtay ora oralee oralia orduxan oren oreofe \
        orestas oretha oriana Orlando orpha orsolya orval orville orxan oscar osiyo oskar oskari oskars osman \
        osmo osogo ossi ossie osunleke osvald osvaldo osvalds oswaldo otabek otakar otavio otha otieno otilia \
        otis oto otto ouanes ouida ouma oussama ove owen owethu oyenike oyindasola oysha oystein oyvind ozella \
        ozie ozioma Pa paavo pablo pachongruk pada Page paige pak pakjira Pal palle Palma palmer palmira paloma \
        pam pamala pambe pamela pamelia pamella pamula pandora pankrac pannawich Pansy paola parin Paris parker \
        parthenia particia pasa Pascal pascual pasi pasquale Pat patchaploy patcharaporn Patience patria patrica \
        patrice patricia patricija patricio patrick patrik patrina patryk patsy pattamon pattapon pattatomporn \
        patti pattie Patty pau paul paula paulene pauletta paulette pauli paulina pauline paulita paulius paulo \
        pauls pavel pavla pavol Paw pawan pawel paz Peace Pearl pearle pearlene pearlie pearline pearly peder \
        pedro peem peeter Peg peggie peggy pekka pelaji penelope penney penni pennie Penny pentti Per percy \
        perla perry pertti pete peter peteris petr petra petras petri petrina petronila petter petteri phebe \
        phenphitcha phil philip philipp philippe phillip phillis philomena phoebe phubes phuc phung phuong \
        phylicia phylis phyliss phyllis pia piedad pierre pietro pijus pilar ping pinkie pintusorn piotr Piper \
        piret piroska pitipat pius pol polad polly polona polonca popobawa porfirio pornchanok Porsche porsha \
        Porter portia povilas prames pravoslav Precious premysl preston pricilla priit prima Prince Princess \
        priscila priscilla prokop providencia Prudence przemyslaw pumbaa punhan puntira pura qabil qadir qalib \
        qasim qiana qiyas qosqar quang Queen queenie quentin quiana quincy quinn quintin quinton qulam qulu \
        quyen rabah rabi racha rachael rachal racheal rachel rachele rachell rachelle rachid racquel radek \
        radeke radim radomir radoslav radoslaw radovan raduz radvile rae raeann rael raelene rafael rafaela \
        rafal rafiq raguel raimo raimonds raina rainer raisa raivis raivo raleigh ralph ramid ramil raminta \
        ramiro ramiz ramon ramona ramonita ramunas ramune ramzi rana ranae randa randal randall randee randell \
        randi randolph randy ranee rania raphael raquel rasa rashad rasheeda rashid rashida rashidi rasim rasmus \
        rastislav ratchanon raul rauno Raven ravi ravy Ray rayan raye rayford rayhona raylene raymon raymond \
        raymundo rayna rayyona razi rea reagan reanna reatha reba rebbeca rebbecca rebeca rebecca rebecka rebeka \
        rebekah reda reece Reed reena reet refugia refugio regan regena regenia reggie regina reginald reginia \
        reid reijo reiko Rein reina reinaldo reinis reino reita reka rema remedios remo remona remy rena renae \
        renaldo renan renata renate renato renay renda rene renea renee renetta renita renzo reshoni ressie reta \
        retha reto retta reuben reva rex rey reyes reyna reynalda reynaldo rhavi rhea rhett rhiannon rhoda rhona \
        rhonda rhys riad ricardas ricardo ricards Rich richard richelle richie rick rickey ricki rickie ricky \
        rico rida rigoberto rihards riina rikki riku riley Rim rimante rina risa risasi risto rita riva rivka \
        riyad rizvan Roar Rob robbi robbie robbin robby robbyn robert roberta robertas roberto roberts Robin \
        robiya robt robyn rocco rochdi rochel rochell rochelle rocio Rocky Rod roderick rodger rodney rodolfo \
        rodrick rodrigo rogelio roger rohaan rojus rokas roksana roland rolanda rolandas rolando rolands rolf \
        rolland Roma romain romaine Roman romana romelia romeo romina romona romualdas ron rona ronald ronda \
        roni ronke ronna ronni ronnie ronny roope roosevelt rory rosa rosalba rosalee rosalia rosalie rosalina \
        rosalind rosalinda rosaline rosalva rosalyn rosamaria rosamond rosana rosann rosanna rosanne rosaria \
        rosario rosaura roscoe Rose roseann roseanna roseanne roselee roselia roseline rosella roselle roselyn \
        rosemarie rosemary rosendo rosetta rosia rosie rosina rosio rosita roslyn ross rossana rostislav Rosy \
        rowena roxana roxane roxann roxanna roxanne roxie roxy roy Royal royce roza rozalia rozalija rozanne \
        rozella roziya rua rubani ruben rubi rubie rubiela rubin Ruby rubye rudolf rudolfs rudolph rudy rueben \
        rufina rufino rufus ruhiu ruhshona rui Rune rungo rupert ruqayya ruslan russ russel russell Rusty rusul \
        ruta ruth rutha ruthann ruthanne ruthe ruthie ruwaihim ruza ruzica ryan ryann rym ryma ryszard ryte \
        rytis rza saad saadatu saban sabari sabina sabine sabir sabra sabrina sacha sachiko sadaka saddam sade \
        sadia sadie sadiki sadiq sadiya sadye Safari safia safina safiya Sage sahin sahlar sahmar sahra Said \
        sakari sakina sakir sal salah saleh salena salim salima salina sallie sally salma salman salohiddin \
        salome salvador salvatore sam samama samandar samantha Samara samatha samella sami samil samina samir \
        samira samiya sammie sammy samson samu samual samuel samuli samwel samweli samxal samy sanda sandee \
        sander sandi sandie sandile sandis sandor sandra sandrine sandro Sandy sanford Sang sani sanja sanjar \
        sanjuana sanjuanita sanora Santa santana santeri Santiago santina santino santo santos Sara sarah sardor \
        Sari sarina sarita sarunas sarunporn sarvan sarvar sarvinoz sasa sascha sasha sau saul saulius saundra \
        savanna Savannah Scarlet scarlett scot Scott scottie scotty sean Season sebastian sebastiao sebastien \
        sebrina See segilola seif selena selene selina selma sena senaida seppo serafin serafina serena sergei \
        sergej sergey sergio serina serine serita seth setsuko severin sevinch seye seyfulla seymour seymur \
        seyran sfiso sha shad shadrack shae shahina shahnoza shahriyor shahzod shahzoda shaina shakia shakira \
        shakita shala shalanda shalon shalonda shameka shamika shamsuddeen shan shana shanae shanda shandra \
        shane shaneka shanel shanell shanelle shani shanice shanika shaniqua shanita shanna shannan shannon \
        shanon shanta shantay shante shantel shantell shantelle shanti shaquana shaquita shara sharan sharda \
        sharee sharen shari sharice sharie sharilyn sharita sharla sharleen sharlene sharolyn sharon sharonda \
        sharri sharron sharyl sharyn shasta shaun shauna shaunda shaunna shaunta shaunte shavon shavonda \
        shavonne shawana shawanda shawanna shawn shawna shawnda shawnee shawnna shay shayla shayna shayne shea \
        sheba sheena shehu sheila sheilah shekoni shela shelba shelby sheldon shelia shella shelley shelli \
        shellie shelly shelton shemeka shemika shena shenika shenita shera sheree sherell sheri sheridan sherie \
        sherika sherill sherilyn sherise sherita sherley sherly sherlyn sherman sheron sherrell sherri sherrie \
        sherril sherrill sherron sherry sherryl sherwood shery sheryl sheryll shida shiela shila shira shirely \
        shirl shirlee shirleen shirlene shirley shirly shizue shohjahon shohrux shon shona shonda shonna shonta \
        shoshana shu shukrona shyla sibonelo sibongile sibusisiwe sibusiso sibyl sid sidney Sierra sifa sigita \
        signe sigrid sigurd sihawukele siim sijuade siku silas silondile silva silvan silvana silvano silvia \
        silvio sima simao simas simen similoluwa simisola simiyu simo simon simona simonas simone simonne \
        simphiwe simphiweyinkosi sindre sindy siobhan siphesihle sirac sirena sirin sirje sithembiso sitiwat \
        sittikorn siu siyabonga skye slavica slavka slavomir slyvia smilte snjezana So socorro Sofia sofiane sol \
        solange soledad soliha solomon somadina somer sommer somtochukwu Son Sonata sondra sondre Song sonia \
        sonja sonny sonya soo sook Soon sophia sophie sorawut soraya souad soufiane souma soumia sowande Sparkle \
        spela spencer sphiwe Spring stacey staci stacia stacie stacy stan stana Stanford stanislav stanislava \
        stanislavs stanislaw stanka stanley stanton Star starla starr stasia stefan stefani stefania stefanie \
        stefanija stefany steffanie stefica stefka stein steinar stella stepan stepanie stephaine stephan \
        stephane stephani stephania stephanie stephany stephen stephenie stephine Sterling steve steven stevie \
        stewart stian stig Stormy stuart Su subhan subomi sudie sue sueann suellen suk suleiman sulema suleyman \
        sumayya sumiko Summer Sun Sunday Sung Sunny Sunshine supasit supasita susan susana susann susanna \
        susannah susanne susie susy suvakit suwijuk suzan suzana suzann suzanna suzanne suzette suzi suzie suzy \
        svatopluk svatoslav svein sven sverre svetlana sybil syble Sydney sylvester sylvia sylvie sylwia synthia \
        syreeta szabolcs szilard szilveszter szilvia szymon tabatha tabetha tabitha tad tadas tade tadeas tadeen \
        tadeja tadeusz tafazal taha tahmaseb tahoor tai taial taisha taisir taisto taja tajus takatifu takisha \
        talia talisha talitha tam tama tamala tamar tamara tamas tamatha tambra tameika tameka tamekia tamela \
        tamera tamesha tami tamica tamie tamika tamiko tamisha tammara tammera tammi tammie tammy tamra tana \
        tandy taneka taneli tanesha tangela tania tanika tanimu tanisha tanja tanna tanner tanya tapani tapio \
        tara tarah tarfaan tari tarmo tarra tarsha taryn tasha tashia tashina tasia tatiana tatjana tatum \
        tatyana tauno tautvydas tawana tawanda tawanna tawkeel Tawny tawnya taylor Tea ted teddy teena teetat \
        teja temeka temidayo temir tempie Temple tena tenis tenisha tennie tennille teodor teodora teodoro \
        teodors tequila tera tereasa terence teresa terese teresia teresita teressa terez terezia terezija teri \
        terina terisa terje terra terrance terrell terrence terresa terri terrie terry tesha tess tessa tessie \
        thabani thabisa thabisile thabiti thad thaddeus thalente thales thalia thanatcha thandazile thandeka \
        thandiwe thando thanh thao thea theda thelma thembeka thembekile thembile thembisile theo theodor \
        theodora theodore theodoro theola theophile theresa therese theresia theressa theron thersa thi thiago \
        thibault thibaut thierry thinhinane thomas thomasina thomasine thor thora thresa thu thurman thuthukile \
        thuy tia tiago tiana tianna Tiara tibor tien tiera tierra tiesha tifany tiffaney tiffani tiffanie \
        Tiffany tiffiny tiina tiit tiiu tijuana tilda tillie tim timea timmy timo timoteo timothee timothy tina \
        tinisha Tiny tirdad tisa tisha tishk titas titilayo titus tivadar tiziana tiziano tjasa tobi tobias \
        tobiasz tobie toby tod todd todsawun toi toki tokunbo tola tolulope toluwanimi tom tomas tomasa tomasz \
        Tome tomeka tomi tomika tomiko tommie tommy tommye tomoko tomori toms tona tonda toney toni tonia tonie \
        tonisha tonja tonu tony tonya toomas tor torbjorn Tore tori torie torri torrie tory tosha toshia toshiko \
        tova towanda toya tracee tracey traci tracie tracy tran trang Travis treasa trena trent trenton tresa \
        tressa tressie treva trevor trey tricia triin trina trinh trinidad Trinity trish trisha trista tristan \
        trond trong Troy trudi trudie trudy trula truman trung tuan tufani tukufu tunchanok tunde tung tunradee \
        tuyet twana twanda twanna twila twyla Ty tyesha tyisha tyler tymon tymoteusz tyra tyree tyrell tyron \
        tyrone tyson uche uchenna udeen ugne ujunwa ula uldis ulle ulrich ulrike ulysses uma umar Un una uriel \
        urmas urrab urs ursa urska ursula urszula usha ushindi usiku usman usmon ute uzima vaclav vada vahar \
        vaida vaidas vakare vakris val valarie valda valdis Valencia valene valentim valentin valentina \
        Valentine valentino valeri valeria valerie valerija valery valeska vallie valorie valrie Van vance vanda \
        vanesa vanessa vanetta vania vanita vanja vanna vannesa vannessa vasco vashti vasyl vaughn veda vegard \
        velda velia vella vello velma velva Velvet vena venessa Venice venita vennie Venus veola Vera verda \
        verdell verdie verena vergie verla verlene verlie vern verna vernell vernetta vernice vernie vernita \
        Vernon verona veronica veronika veronique versie vertie vesna vesta veta vicenta vicente vickey vicki \
        vickie vicky victor Victoria vida vidar viesturs vigilija viki vikki viktor viktoria viktorija viktors \
        vilem vilis vilius vilma vilmos vilnis vilums vina vince vincent vincenza vincenzo vinicius vinnie viola \
        Violet violeta violette virgen virgie virgil virgilio virgina Virginia visvaldis vit vita vitalija \
        vitezslav vito vitor vitoria viva vivan vivian viviana vivien vivienne vladimir vladislav vladislavs \
        vlasta vlastimil vojtech voldemars von vonda vonnie vratislav vusumuzi vytautas Wade wafae wafula wai \
        wairimu waldo walid walker wallace wally walter walton waltraud wambua wambui wamwema Wan wanda waneta \
        wanita wanjala wanjiku wanjiru Ward warner Warren wasin wassaya wassim wava waylon wayne wei wekesa \
        weldon wen wendell wendi wendie wendolyn wendy wenona werner wes wesley weston whitley whitney wiktor \
        wilber wilbert wilbur wilburn wilda wiley wilford wilfred wilfredo wilfrido wilhelm wilhelmina Will \
        willa willard willene willette willi willia william williams willian willie williemae willis willodean \
        willy wilma wilmer wilson wilton Windy winford winfred winifred winnie winnifred winona winston Winter \
        witold Wm wojciech wolfgang wonda woodrow wuraola wyatt wycliffe wynona xavier xenia xiao ximena xiomara \
        xobeen xochitl xolid xuan yacine yada yadid yadira yafir yago yahaira yahia yahyo yajaira yakobo yamar \
        yamile yan yaneth yang yanira yanis yanisa yannick yashem yasin yasina Yasmin yasmina yasmine yasna \
        yasser yasuko yaw yazan yazeed yee yejide yelena Yen yenny yer yeraz yergha yesenia yesoob yessenia \
        yetta yetunde yewande Yi ying yohana yohane yoko yolanda yolande yolando yolima yolonda yon yong yoshiko \
        youba youcef youlanda younes Young yousra Yu yuk yukiko yuko yulanda yuliana yulieth yun yung yunus \
        yuonne yureed yuri yusuf yves yvette yvonne zabir zacarias zachariah zacharie zachary zachery zack \
        zackary zada zahaar zahri zahro zahrun zahur zaida zainab zakaria zakariyo zakhele zalan zandra zane \
        zanis zarar zauqi zaweel zayan zayd zayyir zbynek zdenek zdenka zeferino zelda zeljka zella zelma zemyna \
        zena zenaida zende zenobia zenzele zenzile zerdad zetta zewad zibuyile ziedonis zikmund zimran zina \
        zineb zinhle zita ziva zivile zoe zofia zofija zoila zola zoltan zona zora zoraida zorka zsigmond zsofia \
        zsolt zsombor zsuzsanna zuba zubayr zuhri zula zulema zulma zuwayhir zvonka zwatie zygimantas
        """

    /// Family names of many countries.
    static let family: StaticString = """
        aaaqil aabid aadam aadil aages aalam aalto aaltonen aalts aamir aanei aarden aarif aariz aaron aarts aas \
        aasa aasen aasif aasmae aatiq aavik aazim ababei abad abada abascal abatantuono Abate abba abbad \
        abbagnale abbas abbasli abbasov abbasova abbassi abbes abbott abdelaziz abdellaoui abdelli abdi abdou \
        abduazizov abdullah abdullahi abdullaoglu abdullayeva abdullohov abdurahmonov abed abel abele abell \
        abella abellan abels abernathy abicic abid abiola abney abola abolina abolins abols aboraa abou abouda \
        aboukir abrafi abraham abrahams abrahamsen abrahamsson abramov abramovic abrams abrassart abrego abreu \
        abril abshire abubakar abubakrov abwao accardo acedo acerbi acero acevedo achaorainn acharya achberger \
        acheampong achieng achison achleitner achour achouri acker ackerl ackerman ackermann acosta acuna adadia \
        adair adalbergs adalberts adalbjorns adalborgars adalgeirs adalmunds adalrads adalsteinns adam adamczyk \
        adame adamec adams adamski adamson adamu adan adcock adda addis addison adebisi adegbite adegoke \
        adekunle adelaar adelakun adeleke adels adelusi ademiluyi ader aderibigbe aderogba adesiyan adetokunbo \
        adeyemi adeyemo adhiambo adiels adinolfi adisa adkins adler adolfs adolfsson adolph adoma adomah adomako \
        adriaansen adriaensdr adriaense adriaensen adriaenssens adrians adriansyah adriels adrovic adryaens adu \
        adusei adutwum adutwumwaa adwubi adzijevic aebi aeby aeije aelftrud aerts aertsz afanasjev afirifa \
        afoakwa afolabi afolayan afonja afrakomaa afruzova agaoglu agarwal agate agayeva agazzi agee aggarwal \
        agnars agnesi agnew agnis agostinelli agostini agrawal aguado aguayo agudelo agudo aguero aguiar aguilar \
        aguilera aguilo aguirre agullo agusti agustin agustina agusts agyapomaa agyapong agyare agyei agyeiwaa \
        agyemang ahearn ahearne ahern aherne ahlberg ahlgren ahlin ahlqvist ahlstrom ahluwalia ahmad ahmadi \
        ahmed aho ahokas ahola ahonen ahortor ahrens ahuja aichholzer aichinger aidicin aigner aiken ailin \
        ailpin aindriais aindriu ainmneach ainsboro ainsworth airaksinen airligh airmeas airt aissani aissaoui \
        aitigin ajao ajayi ajello ajewole akar akbarov akca akcay akdeniz akelis akers akgunduz akhtar Akin \
        akinrinola akins akinwale akinyi akis akmacic akoaa akobirov akoth akoto akowua aksu akyaa akyeampomaa \
        akyeampong akyena alabi alanen alaniz alanko alarcon Alas alastair alastroim alatalo alba alber alberdi \
        albero alberola albers albert albertini alberto alberts albertson alboni albrecht albright albu \
        albuquerque alcala alcalde alcantar alcantara alcaraz alcazar alcolea alcorn aldars alderman aldobrandi \
        aldrich aldridge alegre alegria alejandro aleksandrov alekseev aleman alemany alemdar alexander \
        alexanders alexandersson alexandre alexius alexs alfaro alfars alfgeirs alfgrims alfieri alfons alfonsi \
        alfonso alford alfreds alfredsson alfs alftors ali aliaga alicea alighieri alis aliyev aliyeva alkovic \
        alksne alksnis allal allali allan allans allard allas allen aller Alley allik allis allison allmhurain \
        allred alm almagia almagro almansa almanza almaraz almars almazan almeida almgren Almond almonte \
        almqvist aloba aloisio alonso alonzi alonzo alpaidis alreks alsina alston altamirano altenwerth altera \
        altman altmann alva alvarado alvarez alvars alves alvins alzinova amador amahle amaldi amalrada amann \
        amanovic amara amaral amari amat amato amaya Amble ambrasas ambrose ames ameur amhalghaidh amhlaigh \
        amhlaoigh amhlaoimh amidzic amigo aminova amirayeva amirov Amirs ammaniti ammann ammari ammons amo amoa \
        amoako amoakowaa amoanimaa amoasi amon amor amores amorim amoros amos ampadu ampofo ampofowaa ampoma \
        amponsa amponsah amrane amrani amrein amri amrouche amundis amundsen anand anarqizi anastasi anaya \
        anciaux anderberg anderl anders andersen anderson andersson andile andorful andra andrade andras \
        andrasek andrasik andre andreas andreasen andreassen andreasson andreev andren andreotti andreozzi \
        andres andresen andreu andrew andrews andriani andries andrijasevic andrijevic andris andrus \
        andrzejewski anekvorakul anele anes anfinns angantyrs Angel angeli angerer anggraini anggriawan \
        angiolello angis anglada anglin anguiano anguillara anguissola anguita angulo angus anichini anicic \
        anima anisayeva anissimov anjos ankra ankunding annarrs annars annas anne annels annes annsboro annus \
        anokye ansa ansboro ansems ansomaa ansomah ansorova antal antelami anthony anthonys Antic antikainen \
        antoine antolkovic anton antonacci antonelli antonello antonetti antonic antonini antonioni antonius \
        antonov antons antonsen antonsson antonucci anttila anttonen antunes antunez antwi antwiwaa anyango \
        anyanwu aparecida aparicio apine apinis apodaca aponte aporti appelman appia appiah applegate apsite \
        apsitis apte aquino arab aragao aragon aragones aramburu arana arancibia aranda arango arans araujo \
        aravena araya arazli arbjarts arbjorns arce Archer archibald archuleta arco arcos ardelean ardianto \
        ardila arelius arellano Arenas arend arendt arens arent arents Ares arevalo argan argeirs argentero \
        argenti argento argils arguello argurio Arias ariasso aribi ariels ariens arifcanov arilius arinbjorns \
        arino ariosto aris arius ariza arjona armani armanns armas armellini armendariz armengol armenta armijo \
        armstead armstrong arnaiz arnal arnalds arnars arnau arnaud arnbergs arnbjorns arndors arndt arnes \
        arnesen arnett arnfinns arnfreyrs arngeirs arngils arngrims arnis arnkells arnlaugs arnleifs arnljots \
        arnmods arnmunds arnodds arnold arnolds arnors arnould arnsteinns arntors arnulfs arnvids aro aroca \
        arons aronsson arora arranz arredondo arregui arreola arriaga arriagada arribas arrieta arrington arro \
        arroyo arsalls arsenault arslan arsoy arteaga arths arthur arthurs artigas artis artner Arts arturs aru \
        arula arvidsson arya aryan aryani arzulu asadov asaels asamoa asamoah asante asantewaa asare asbergs \
        asbjorns asbury aschauer aschman asenjo asensio asenso asgauts asgeirs asgils asgrims Ash ashby ashcraft \
        ashe asher ashford ashley ashman ashton ashworth asiama asiedu asieduwaa asikainen asilayeva asis \
        askells Askew Asks aslaks aslan aslanova aslaugs asmanova asmars asmiraeva asmundo asmunds asolfs asp \
        aspars asplund asprucci asrods assuncao astbjorns astgeirs astmars astmunds astrads astriks asttors \
        astuti astvalds astvars astvins asvalds asvards ata ataa atakisioglu atchison atherton atieno atienza \
        atkins atkinson Atlas atlis attia atwal atwell atwood atzler aubert aubry audbergs audberts audbjorns \
        audet audgeirs audkells audmunds audolfs audunns auduns auer aufderhar augustin augustine augustsson \
        auinger aulenti auma aumann aun aune aunina aunins Aurora aus austars austermuhle Austin austmanns \
        austmars austris autio autry auvinen auzina auzins avalos avery avila aviles avogadro avotina avotins \
        awino awj awmar awodiran awolowo awuah awuor axels axelsson axundlu axundov axundova ayaan ayad ayadi \
        ayala ayanda ayandokun ayers ayize aylinova ayllon aylward ayoola ayres ayubov ayuso ayyubi azcona \
        azevedo azizi azizov azizova aznar azorin azzouz baa baafi baah baaqir baaree baasim baawia babanli \
        babar babati babato babayeva babb babbo babcock babey babic babin babjak babka babtunde babu baca \
        bacaeir bacaer bacak bach bacha bacher bachinger bachler bachman bachmann bacic Back Backer backes \
        backlund backman backstrom Bacon bacosi badal badami badan badel bader Badger badia badillo badoer \
        badoglio badu baele baena baer baere baert baeten baetens baets baeyens baez baeza baggett baggio \
        baghdadi bagirov bagirova bagley baglioni bagwell bah baharia baharli bahena bahl bahloul bahna bahno \
        bahon bahr bahri bahringer baier Bail bailey bailis bailly bain baines bains bair baird bairead baisceir \
        bajaj bajamonti bajan bajardi bajwa bak bakare Baker bakhouche bakhti bakixanov bakke bakken bakker \
        bakos baksa bakshi bal bala balaguer balakrishnan balan balasubramanian balatinac balay balaz balazs \
        balbi balbo baldauf balderas baldwin Bale baleegh Bales bali balic balincic balint balistreri baljak \
        Ball balla ballard ballester ballesteros balmat balode balodis balog balogh balogun balotelli baltins \
        bambad bamidele bamiloye Ban bana banas banda bandello bandeville bandi Bandy banerjee banicevic banik \
        banko Banks bankston bann Bannister bannon bano banos banovac bansal bantwini banuelos banville banzer \
        bappa baptista baptiste baquero Bar barac baracca barad barajas baral baran baranka baranov baranowski \
        barasa barba barbarigo barbee Barber barbera barberini barbero barbey barbic barbier barbieri barbieux \
        barbir barbora barbosa barbour barbu barcaccia barcella barcelo barclay barco barela barents Barer \
        barese baresi baresic barfield barger bargetze baria baric baricevic barillaro barillon barisic barker \
        barkholz barkley barkovic barksdale barlow Barman barna barnaba barnard barnes barnett barnette \
        barneville barney barnhart barnhill baro baroffio baroid barok Baron barone barozzi barr barracco \
        barragan barral barranco barraza barreda barrena barrera barreto barrett barrientos barriga barrio \
        barrios barrnette barron barros barroso barrow barrows barry barsanti barta bartell bartels barth \
        bartholomew bartl bartlett bartley bartoletti bartoli bartolome barton bartos bartosik bartosova bartova \
        bartovic barun barusic barzini bas basa basadonna basak bashaar basham bashirian Basic baska basko \
        basnec baso Bass bassett bassi basso bastiaanse bastiaense bastida bastien bastin basu bataglia batal \
        batalla batchelor bateman bates Bath batista batiste batliner batlle batra batrac batrnek batson batta \
        battaglia battelli batten battig battisti Battle Battles batts batz bauch baudoux bauduin bauer baugh \
        baughman baum bauman baumann baumbach baumgartner baur bausch bautista bauwens bauza bava bavaud bave \
        bawa baxter bayeni bayer baylor bayo bayon bayona bayramov bazjak bazzi Beach beahan beakey beal beale \
        beall beals Beam Bean Beard bearden beasley beasty beataigh beattie beatty beaty beauchamp beaudoin \
        beaujean beaulieu beauregard Beaver Beavers bebic beccaria beccheria becerra bech becht bechtelar beck \
        becker beckers beckett beckham beckman beckmann beckwith becnel bedard bedford bedi bednar bednarik \
        bednarova bedoya beebe beeckman beekman beeler Beer beernaert beernink Beers beffa begay beggan beggs \
        begley begonja beguelin beguin behan behl behrens behruzov beier beijring beireach beirn beirne bejarano \
        beka bekaert bekbergen belaid belaidi belanger belarbi belbachir belcher belda bele beletic belhadj \
        beljajev belkacem belkacemi belkadi belkheir belkhiri Bell bellamy bellemans belletini bellido bellini \
        bello bellocchio bellucci belmans belmonte belosevic belov belpere Belt belton beltran bembo ben bena \
        benabdellah benahmed benaicha benaissa benali benamar benamara benameur benaouda benavides benavidez \
        benchapatranon bencheikh bencic Bender benedetti benedict benes benesova bengtsson benic benigni benitez \
        benjamin benmoussa benner bennet bennett beno benoit bensaid bensalah bensalem benslimane benson benthin \
        bentley benton benus benuska benussi benyahia benyamina benyoucef benz benziane beourgeois bera \
        berakovic beran beranek berankova beranova berberat berchtold berends berendse berengario beresford berg \
        bergant bergdahl berge berger bergeron berggren berghmans bergin bergkvist berglund bergman bergmann \
        bergnaum bergoglio bergqvist bergsten bergstrand bergstrom bergvall berkane berkani Berlin berlusconi \
        berman bermingham berminghim bermudez bernaards bernal bernard bernardi bernardic bernardini bernasconi \
        berner bernetti berney bernhard bernie bernier bernini bernolak bernstein berntsen berntsson berre \
        berrios Berry bersani bertels bertelsen bertemes bertho berthold bertilsson bertin bertoli bertolucci \
        bertoni bertosa bertram bertrand berube bervoets berzina berzins besancon besencon bess besse Best \
        betancourt bethea bethel betschart bett bettahar bettin bettoni betts beuchat beuret beurret beverly \
        bevilacqua bey beyens beyer bezak bezemer bezic bezjak bhagat bhailis bhakta bhalla bhandari bhardwaj \
        bhargava bhasin bhat bhatia bhatnagar bhatt bhattacharyya bhatti bhavsar bhebhe bhedleni bhejelibomvu \
        bhembe bhengu bhensela bhovungana bhungane biagi biagiotti bianchi bianchini bibisorayeva bicak bicanic \
        bicek bichler bickford biddle bie biedermann bielik bien bieri bierstraten biesty bigelow biggen biggs \
        bignami bignardi bijelic bijlsma bikelwayo bikwayo bilaal bilek bilge bilgin bilir bilka bilko bilkova \
        billings billingsley Bills billung billups bilodeau bilolov binaghi binda Binder bingham bingula binner \
        Bins bir Birch Bird birkeland birkic birmingham birnbaum biro birtic birzniece birznieks bischof Bishop \
        biswas Bite bitschnau bittner bivens biver bivins bixio biyase biyela bizjak bjelis bjork bjorklund \
        bjorkman blaak Black blackburn blackman blackmon blackwell blackwood blagaic blaha blaho blahova blair \
        blais blaise blake blakely blalock blanc Blanch blanchard blanche blanchette blanco Bland blanda Blank \
        blankenship blanton blaser blasi blaszczyk blatnik blauensteiner blaylock blazej blazek blazevic blazic \
        blazicko blazkova bledsoe blees bleijenberg blevins blewanus blick Bliss blixt bloch Block blocker \
        blodgett bloemendaal blokland blom blomberg blomgren blomkvist blommaert blomme blomqvist blondeel \
        blondiau blonk Bloom blose blount blowick Blue blum blumel Blunt boadi boadu boaga boahen boakye \
        boakyewaa boase boatemaa boatemaah boaten boateng bobal boban bobanovic bobo bobula boburov bocca \
        boccaccio boccherini boccioni bocelli bochud bock bodaicin bodart boddaugh Bode bodhlaeir bodhlaer bodin \
        bodkin bodnar bodner bodoni bodson boe boechat boeck boeckx boehm boer boers boeser boetet boezio bogadi \
        bogaert bogaerts bogan bogdan bogdanov boggs bogisich bognar bogner bogovic bohan bohannon bohlander \
        bohler bohlin bohm bohman bohn bohnbach boiardo boichat boillat boisvert boitani boito boivin bojanic \
        bokenkamp boland bolander bolcevic bolden boldu bolduc bolen boles bolger bolin boling boljkovac \
        bolkesteijn bollen bolliger bollinger bolnbach Bolt bolton bolzmann boman bombieri bompiani bona bonanno \
        bonar bonatti bonaventura bonbach Bond bondarenko bondra Bonds bondt bondumier Bone boner Bones \
        bongiorno bonilla bonino bonner Bonnet bonolis bonsra bonsu bont bonte bonueva bonvin bonvini booden \
        boogaerts booker Boon boone boonen boonpungbaramee Booth boothe bophela bora borah borak borbely borde \
        bordelon borden Borders borek boreland boren borer borg borges borgstrom borik boris borissov borjesson \
        borka borko borkowski borland borman borner borojevic boros borosak borovsky borovy borowski borra \
        borrego borremans bos bosak bosch bosco bose bosilj boska bosman bosmans bosnak bosnjak bosnjakovic Boss \
        bosshard bossuyt bostic bostick Boston bostrom bostrov boswell botello botic botica botsford botteron \
        bouabdellah bouafia boualem bouali bouaziz boubekeur boucetta bouchama bouchard bouchareb bouchat \
        boucher bouchez bouckaert boucsein boudart boudewijns boudiaf boudjemaa boudraa boudreau boudreaux \
        bouguerra bouhuizen bouillon boukhalfa boukhari boukhatem boulanger boumaza boumediene bounab Bounds \
        Bourgeois bourguignon bourke bourne bourquard bourque bourquin boussaid boutaleb bouthoorn boutin \
        bouvier bouwhuisen bouziane bouzid bouzidi bovet bovy bowden bowe bowen bowens bower bowers bowie Bowler \
        bowles bowlin Bowling bowman bowser Box boyabenyathi boyce boyd boyer boykin boylan boyle boyles boynton \
        boyse bozanic bozanovic bozic bozicevic bozickovic bozikovic bracke brackett bracun bradbury bradden \
        braden bradford bradic bradley bradshaw bradtke brady braem bragg brahier brahimi brahmbhatt brahmi \
        brajkovic brakus bralic branaola Branch branco Brand brandenburg brandic brandl brandner brandon Brands \
        brandstatter brandstetter brandt brandtner branham brankovic brannelly brannon brannstrom branson \
        brantley brar brasseur brassil braswell bratcher bratton brauer braun Bravo braxton Bray brcko breasail \
        breathnach breaux bree breeden breedlove breen bregar breheny breitenberg brekke brennan brenner brent \
        brese breslin bresnehan bresse breton brett breuer breugelensis breugelmans brewer brewster brezina \
        brezjan breznik briain brice brichard Brick Bridge Bridges bridson briede briedis briemer brien briere \
        brievingh briggs Bright Brink brinkley brinkman brinson briody briones briscoe brisee briseno brislane \
        brito britt brittain britton britvec briutean brizee brlas brlek brletic broadway broberg brock brockman \
        broderick brodin brody broeckx broeders broek broekhoven broeshart brogan brolin broman bronder bronson \
        Brooks broome brophy broquet brosnan Brothers broughton broussard brouwer brouwers browder brower Brown \
        browne Browning brownlee broy broyles broz brozova bruadar brubaker bruce bruckner bruder bruen \
        bruggeman brugger brugman bruijne bruiseal brumfield brumleve brun bruneel bruner brunet brunner bruno \
        brunovsky bruns brunson bruska brusko bruton bruun bruycker bruyere bruyn bruyne bruyninckx bruynzeels \
        bryan bryant bryson brzezinski brzozowski bucanac bucar buch buchanan buchberger buchegger buchel bucher \
        buchholz buchinger buchner Buck buckley buckner buckridge Bud budai budaqli budhlaeir budig budiman \
        budiyanto buelens bueno buffington buford bugnon buhari buhler buhlmann bui buijs buitrago bujard \
        bukhosini bukovec bukovsky bukvic buljan Bull bullard bullock bultot bumb Bunch buncic bundy bungic \
        bunic Bunker bunlerngsri bunlupong bunn bunnell bunting burch burchett burchfield burchill burcul Burden \
        burdette burdick bures buresova burge Burger burgess burgos burgstaller buric burk burke burkett \
        burkhart burks burleson burley burman burnach burnett burnette burney burnham Burns burnside Burr \
        burrell burri burris burroughs Burrows bursic burt burton burtscher Bury busby busch Bush busljeta buss \
        bussey bustamante bustos butala Butcher butkovic butkus Butler butselaar Butte butterfield buttimer \
        buttimore Button Butts buyse buysse buzov byars byers bylund bynum byrd byrne byrnes bystrom caballero \
        caban cabbarli Cable cabral cabrera caceres cadden caddow cade cadefau cadena cadhain cadogan cady \
        cafferkey cafferky cafferty caffrey cafua cafuk cagle cagney cahalane cahill cahillane cahir caicedo \
        caimbeal caimbeul cain caine cairn caldeira caldera calderon caldwell calhoun calkins Call callahan \
        callaway callebaut callender callens callewaert calloway caluza calvert calvillo calvin camacho camalov \
        camara camargo camarillo cambier cameron cammel Camp campbell campos camurcuoglu Canada canady canales \
        candaux candelaria canfield Cannon cano Cant cantrell cantu canty caomhanach capek capelle capka capko \
        capkovic capla caplovic capps capua capuaigh Car caraballo carbajal carbone Card carden cardenas cardon \
        cardona cardoso cardoza cardozo cardwell carey caric carl carlberg carlier carlin carlisle carlos \
        carlsen carlson carlsson carlton carmaig carman carmichael carmona carnahan carneiro carnes carney \
        carnogursky carnotte caro caron Carpenter carpentier carr carranza carrasco carraud carraux carre \
        carreon carrera carrero Carrier carrillo carrington Carrion carrizo carroll carron carson carsten carter \
        Carton cartur cartwright carun caruso carvajal carvalho carver carville cary casa casanova casares \
        casarez casas Case casey Cash casier casillas caskey cason caspar casper cass cassart cassiano cassidy \
        cassin castaneda castano casteel casteleyn castellanos castillo Castle castleberry castro caswell \
        catalan catalano cates cathey cato catron cattin caudill caudle caudron caune causey cavalcante \
        cavalcanti cavanaugh cavazos Cave cazares ceafarcaigh ceanainn ceara ceballos cebekhulu cebisa cech \
        cechova cecil cedillo ceh ceide ceirisc ceitinn ceja cekovsky celis celma celmina celmins celms cenge \
        centek centeno ceorais ceothach ceothanach cepeda cerar cerda cermak cermakova cerna cerne cernik \
        cernoch cerny cervantes cervantez cerven cerveny cesnak cesnek cestaric cetin ceulemans ceuppens chabane \
        chacko chacon Chad chada chadha chadwick chaffin chagwe chahal chaib chaihirankarn chaisatit chakrabarti \
        chakraborty chalmers chamane chamberlain chamberlin Chambers Champagne Champion champlin chan chana \
        Chance chand chanda chander chandler chandra chandran chaney chang chaoui chapa chapelle chapin chapman \
        chappell chappuis chapuis Char charbonneau charef charles charlier charlton charo charoensuksopol charon \
        charosova charpie Chase chastain chatman chatriand chatriant chatterjee chaudet chaudhari chaudhary \
        chaudhry chaudhuri chaudry chauhan chavarria chavez chavis chawla cheara cheatham chebet Cheek cheema \
        chege cheikh chelangat chellaoua chemutai chen chenaux cheney cheng chepkemoi chepkirui chepkoech \
        chepkorir chepngetich cheptoo chergui cherian cheriet cherif cherifi cherono cherotich Cherry cheruiyot \
        Chester Chestnut cheung chevalier chevalley chevresson chevrolet chhabra chibani chibi chibini chikh \
        childers childress childs chiliza chilton Chin chisholm chism chisolm chmielewski cho choate choeychuen \
        choi chojnacki chokshi chomsri chonco chong chopard chopra chotzen choudhary choudhry choudhury Chow \
        chowdhury chowitunkit Christen christensen christenson christiaens Christian christiansen christianson \
        christie christman christoffersen christoph christopher christy chrodtrud chu chukwu chun chung Church \
        churchill ciaragain cibane cibula cibulka cichorius ciernik cierny ciesielski cieslak cifuentes cigan \
        ciganik ciganovic ciger cik cill cillin cindric cingizoglu cinneir cintron ciosog ciothaigh ciothog \
        cirino cirule cirulis cisneros ciuinin claassen claes claesdr claesen claesner claessens claesson claeys \
        clancy clanton clapp clarach clark clarke clarkson clary claude claus clausen clawson Clay clayton \
        cleary clem clemens clement clements clemmons clemons clerck clercq Cleveland clevenger clifford clifton \
        cline clinton Close closset Cloud clough cloutier coates Coats cobb cobbs coble cobrda coburn cochran \
        cochrane Cock cockrell cody coe coelho coene coenen coffey Coffin coffman cohen cohn coigny \
        coincheanainn coinin coinner coinnin coker colbert colburn colby Cole coleman coles coley Colic colin \
        colinet collado collard collart collazo collet collette colley collier collignon collin collins colman \
        Colon colot colpaert colson colum colunga colvin colwell comar comartun Combs comer comman Comment \
        compere compton comstock comte conaola conaway conbhae conceicao concepcion concha condon condun Cone \
        confhaola coninck conklin conley conn connell connelly conner connolly connor connors conover conrach \
        conrad conradi conraoi conroy consaidin considine Constant conti Contractor contreras conway conyers \
        Cook cooke Cooks coolen cooley Cools coombs coon cooney Cooper Cope copeland copley coppens corbat \
        corbett corbin corboz corcoran cordell cordero cordier Cordoba cordova coredo coret coreth corey corkery \
        corley corlu corman cormican cormier cornejo cornelis cornelisse cornelissen cornelisz cornelius cornell \
        Cornet cornett cornez cornil cornish cornut cornuz cornwell corona coronado coronel corpataux Corral \
        correa correia corrigan corstiaens cortes cortez corwin cosandey cosby coscair cosendey cosgrove cosman \
        cossy Costa costela costello coster cota Cote cotter Cotton cottrell Couch coughlin coulon coulter \
        Council Counts courtier courtney courtois courvoisier Cousin Cousins couture couvreur Covert covey \
        covington cowan Coward cowart Cox Coy coyle coyne crabtree craddock Craft crahay craig crain cramer \
        crandall Crane cranford craven crawford crawley crayton creamer creech creel creighton cremer cremin \
        crenshaw crespo cresswell cretton crevar crevoisier Crews crider criomhthain criostoir criostuir Crisp \
        crist cristea crittenden crivelli crnekovic crnkovic crocker crockett croft croil cromer cromwell crona \
        cronin Crook Crooks crosby Cross croteau Crouch crouse Crow crowder crowe crowell crowley cruickshank \
        crum crump cruse crutcher crutchfield Cruz csonka cuellar cuevas cuidithe cuillin cuineain cuirteis cuk \
        cukon culbertson culi cullen culot culp culpepper culver cummerata cummings cummins cundun cunha \
        cunningham cunun cupp curdy curley curran curraoin currie currier Curry curtin curtis custer cutler \
        cuvarli cuvelier cuyper cuypers cuyvers cvenic cvetkovic cvetnic cvitan cvrtila cwalile cyprich cyr \
        czajkowski czarnecki czerwinski daako daakoaa daamin dabir dabo dabrowski dabukke dach dachgelder \
        dachgeldt dachgelt dada dado daems dagli dahl dahlberg dahlen dahlgren dahlin dahlqvist dahlstrom \
        dahmane dahmani daibhis daigle dailey Daily dalal dale daley dalia Dallas dallinger dalton daltun daly \
        Dam damanik damico damijanic damjanovic damore damron dan dana dancak danciak dancy danek dang dangelo \
        dangl dani daniel daniels danielsen danielson danielsson danilov danjuma danko danner danninger dano \
        danso daoud daoudi dar dara darain darby dardel darden dardenne Dare darko Darling darnell darojkovic \
        das dasgupta Dash dasilva dass Date datta daugherty dautanec dautovic dave davenport david davids \
        davidson davidsson davies davila davis davison davodov dawkins dawson Day dayal dayton daza deak Deal \
        Dean deaton debelic debeljak debnar debroux debruyne decamps deceuninck dechamps decker deckers deckow \
        declerck declercq decock deconinck decoster Deep dees degroote degryse degueldre dehart dehmel dehon \
        deiseach dej dejardin dejesus dejonghe dekeyser dekker dekys delacruz deladoey delagarza delaney \
        delannoy delarosa delatorre delattre delcourt delcroix deleon deleze delforge delfosse delgadillo \
        delgado delhaye delhez Dell dellinger delmotte deloach delong delossantos delporte deltour deluca \
        delvalle delvaux delvigne delwayo demanet demarco demaret demers demir demirel demmendaal demoulin \
        dempsey demsar denesik dengg denham denis denissov denk dennenberg denney denning dennis dennison denny \
        denson Dent denton deo deol deprez Der derbal derezic derkaoui derouiche derr derradji derrick desai \
        desantis descamps deschamps deschenes descombes deshmukh deshpande deshusses desjardins desmet \
        desrosiers dessart dessy detaille dethier detournay detry deutschmann devan devaux devecka devi deville \
        devillers devine devito devlin devore devos devries Dew dewan dewey dewez dewitt dexter dey deze dhadho \
        dhaliwal dhar dhawan dhillon dhingra dhondt dia diaconescu diaconu diaf Dial diallo Diamond dias diaz \
        dib dibbert dick dickens dickerson dickey dicki dickinson dickson didovic Die diederich diehl diesbach \
        diesbergen dietl dietrich dietz dieu dieudonne dif diggs dijkman dijkstra dikane dildorova Dill dillard \
        dillon dilnozova dilnurova dima dimba dimbane dimbani Din dinabantu dinangwe dindela dindi dingila dinu \
        dinwa diolun dion dionne dionun dippel dircken dirksen dirnberger dirven discin ditschlerin dittrich \
        divan dix dixit dixon diyorayeva diyorov dizdar djebbar djellal djellouli djoudi dlabane dlabazane \
        dladla dlakadla dlakela dlamane dlambula dlamdaka dlamini dlamlenze dlangamandla dlawuza dlebenkomo \
        dlodlo dlomo dludla dludlu dlungwana dmitriev Do doan dobbins dobbs dobes dobler dobre dobric \
        dobrowolski dobsinsky dobson dochioiu dockery docolomansky docquier Doctor dodd Dodge dodson Doe \
        doesburg doghair doherty dohn doingeard dolan dolenc dolezal dolezalova dolic dolinar Doll Dollar \
        domagala domanski domingo domingues dominguez dominikovic dominkovic donahue donald donaldson doncabe \
        doncevic donda dongoran donkor donnay donnell donnelly donohue donoso donovan dooley doorhof doornhem \
        doppler dora doran dorcha dorfer doring dorka dorko dorman dorn dorner dorot dorota dorr dorris \
        dorschner dorsey dorsman Dos doshi doss dostal dostalova dostert dotson doty dougherty doughty douglas \
        douglass Dove Dover dow dowd Dowdy dowell dowerg dowling downey Downing Downs doyle dozier draaisma \
        dragicevic dragobratovic dragojevic drajna drake draper draxler Drew drewes Dries driessen driscoll \
        Driver drobny droma droppa drotar drouin droz drozdov drub drubin drummond drury drysdale duah duarte \
        dubandlela dubazane dube dubey dubnicka dubois dubose dubovsky dubuque duchesne duckett duckworth duda \
        dudas dudek dudik dudka dudko dudley dudo dudok Duff duffy dufie dufour dugan duggan dugger duinsmearach \
        dukada Duke Dukes dula dulla duma dumakude dumanli dumas dumina dumins dumisa dumitrescu dumont dunaway \
        dunbar duncan dunge dunham dunlap dunn dunne dunning dunser dunyoeva duong dupont dupre dupree dupuis \
        dupuy duque duran durand durant durbin durca durco durden durdik durdonova durdu durek durgan Durham \
        durica duris durka durko durkovic durkovsky durmus duro duroux durovic durovsky durr dusa dusek dusicka \
        dusik duska dusko duskova dussen dutka dutko dutton duval duvall duvanel duyaza duze dvonc dvorak \
        dvorakova dvorsky dwala dwamena dwyer Dye dyer dykes dyson dzene dzenis dziedzic dzurjanin Each Earl \
        earle earley Early easley eason East Easter easterling eastman easton eaton Eaves eberhard eberhardt \
        eberharter eberl eberle ebert eberth ebner echevarria echols eckbauer ecker eckert edberg Eddy eder \
        edgar Edge edin edlinger edlund edman edmond edmonds edmondson edstrom edun edvardsen edvardsson edward \
        edwards effertz eftimie egan egger eggleston egli eglite eglitis egorov ehlert eibl eichberger \
        eichenberger eichhorn eichinger eichmann eide eigenwillig eilfirt eimer einarsson eisl eisner ekberg \
        ekdahl ekelund ekholm eklof eklund ekman ekstrand ekstrom ekwueme elam elatli Elder eldridge elias \
        eliassen eliasson elifova elizondo elkins eller ellingsen ellington elliot elliott ellis ellison \
        ellsworth elmore elo elofsson eloranta elrod elsen elston Ely emanuel emanuelsson emard embry emerson \
        emery emilsson eminov emmerich emmons ender ene engberg engdahl engel engen engl England engle english \
        englund engman engstrom engvall ennis enos enriquez enzinger epperson epps epstein eraslan erber erdman \
        erdogan ergul erhart erickson ericson ericsson erik eriksen eriksson erjavec erkkila erlacher erlandsson \
        erler erm erni ernits ernser ernst eronen erpelding ertas ertl ervin erwin erzen escalante escamilla \
        escobar escobedo esfandyar eshan eskelinen eskola esparza espinal espinosa espinoza esposito esquivel \
        estep estes esteves estrada estrella etheridge etzler etzold eubanks eugster evans evensen evequoz \
        everett everhart evers ewing eyvazali eyvazli eze ezell ezeugo ezozova faber fabian fabre fadel fadipe \
        fagan fagerstrom fagunwa fahey fain Fair fairbanks fairchild fairley faison fajardo fajimi fakazi fakude \
        falabi Falcon faleti falk falkner fallon faloye fanisa fankhauser Fanning farago farah farangizova Fares \
        farhodov faria farias farida farizayeva farkas farley Farmer farnsworth farr farrar farrell farrington \
        farris farrow farzonova fasasi fasching faulk faulkner faure faust favre fay fazekas fearraigh fechner \
        fedorov fedotov feeney feest feher fehr fehringer feichtenschlager feichter feichtinger feichtner feigl \
        feil feirtear fekete felber felder feldman feliciano felix fellah Feller fellinger fellner felton \
        fennell fenner fenton fenya fercher ferguson ferhat ferm fernandes fernandez ferrara ferrari ferraro \
        ferreira ferrell ferrer ferreyra ferris Ferry ferstl feruzova fiala fialova fichtinger fidvi fiebig \
        fiedler Field Fields fierro figueiredo figueroa fihlela filali filatov filipic filippov fillion Finch \
        fincher findley Fine fink finke finley finn finnegan finney firat firdavsev firgantoro firmansyah \
        firtear fischer fiser fiserova Fish fisher fishman fisk fitch fitts fitz fitzgerald fitzpatrick \
        fitzsimmons fjodorov flaherty flammang flanagan flanders flannery flantz flatley Fleck fleischhacker \
        fleischmann fleming fletcher fleury fliegner flink Flint Flood florea Florence flores florez Flowers \
        floyd fluckiger flynn fodor fofie fogaca fogle foidl foley folkesson folse folsom fomin fong fonjallaz \
        fonseca fontaine fontenot foote forbes Ford Foreman forero foriwaa forman forney forrest forrester fors \
        forsberg forsell forsgren forslund forsman forster forstner forsyth forsythe Fort Forte fortenberry \
        fortier fortin fortner Fortune foser foss Foster fosu fosua fotimayeva Fountain fournier foust fowler \
        Fox foy fraley Frame frami France francillon francis francisco franco francois frandsen franecki Frank \
        franke franklin Franks fransson frantz franz franzen fras fraser frazier frederick frederiksen \
        fredriksen fredriksson Free Freed freedman freeman frei freis freitas frema French freudenberger freund \
        frey frias friberg frick frid friedli friedman Friend frierson friesen friis frimpomaa Frisk fritsch \
        fritz frohlich frolov frommelt Frost Fry frye fuchs fuentes fugate fujiati fuli Fuller fullerton fulmer \
        fulop fulton fultz funderburk funk fuqua furlan furman furr furrer gabadela gabela gabhain gabhezi \
        gabhisa Gable gabriel gabrielsson gacem gaddis gaddy gadlela gaffney gagashe Gage gagne gagnon gagys \
        gaiciunas gailius gaillard gailys gaineard gaines gaither gaizauskas gajewski Gal galarza galbraith \
        galdikas Gale galindo gallagher galland Gallant gallardo gallego gallegos gallo galloway galu galvan \
        galvez galvin galvis gama Gamble gamboa gambu gambuse gamede gamez gandy gann gannon gant gantt garba \
        garber garcia gardiner gardner Garland garmon garner garnett garnier garrett garrido garris Garrison \
        garvey garvin gary garza garzon gasa gasela gashi gaskin gaskins gasmi gaspar gasser gassner gaston \
        Gates gatewood gatlin gatsheni gaudreault gauthier gautier gavin gavrilov Gay gaylord gazu gcaba gcaleka \
        gcugcwa gcumisa gcwabe gcwensa gearan geary gebashe gebhezi gedeza Gee gehringer geiger geisel geisler \
        gelinas gence gendron gengeshe gengler Gentile Gentry george georges georgescu gerald gerard gerassimov \
        gerber gerhold gerlach German gertz gervais gfeller ghafoor ghanee gharbi ghauth ghayoor ghazi ghazzal \
        gheorghiu gherbi ghunayn gibbons gibbs gibson gierschner gies gifford gigaba giger giguere gil gilbert \
        gilchrist giles Gill gillen gillespie gillette gilley gilliam gillieron gilliland gillis gilman gilmore \
        gilson gimenez gina ginea gingras gininda ginn ginnea ginneadha gintalas ginzburgas giobun gionnachtaigh \
        giordano gipson giraldo girard giraud giroux girschner gislason Gist gitau gitonga Givens Gladden \
        gladney glaser Glass gleason gleichner glenn glionnain glod gloor glosteir glover glowacki glynn gnatz \
        Goad goba gobhozi goble goddard godec godet godfrey godide godoy godwin goedert goergen goetz goff \
        goforth goins goje Gold goldberg Golden goldman goldner Goldsmith goldstein golob golubev gomboc gomes \
        gomez goncalves gontsarov gonzales gonzalez gooch Good goode gooden goodman goodrich goodson goodwin \
        gorbunov gorczany gordon Gore gorecki gorenc gorham gorjup gorlitz gorman gorski goss gosselin gossett \
        gotsholo gotthard gottlieb gough gould goulet goyette grabowski Grace gracia grady graeve graf graff \
        graham grahn granados granath granberg Grand grande granger granlund granstrom Grant grantham Gravel \
        gravensande Graves Gray grayson greco greef Green greenberg greene greenfelder greenfield greenholt \
        greenlee greenwood greer gregersen gregg gregoric gregory grein greiner grenier gresham grethen Grey \
        grialais grice grier griffin griffis griffith griffiths griggs grigoriev grigsby Grimes grimm grinius \
        grisham grissom griswold grob grogan grojean gromov grondin gronroos gronskis groof Grooms groote \
        grosjean Gross grossman groth grottner Grove grover Groves grubb grubbs gruber gstohl guajardo guay \
        gubain guberan gubeshe gubhela gubhuza gubulundu guclu gude guendouz guenther guerfi guerin guerra \
        guerreiro guerrero guessoum Guest guevara guffey gugan gugushe guidry guillarmod guillaume guillen \
        guillory guillot guinn gul gulbrandsen gule gulen gulgowski guliwe Gulley gulshan gulyas guma gumbi \
        gumede gumprich gunarto gunawan gundersen gunderson gunn gunpf gunter gunther gurley gusev gusikowski \
        gustafson gustafsson Gut gute guthrie gutierrez gutknecht gutkowski gutmann Guy guyot guyton guzman \
        gwacela gwagwa gwala gwamanda gwanyana gwija gxabhashe gyamfi gyamfiaa gyasi gyasiwaa haag haapala \
        haapanen haapaniemi haas haase haataja haavisto habha habibi habibov habibova habpanom hachemi Hacker \
        hackett Hackney haddad haddouche hadebe hadichayeva hadijayeva hadjadj hadji hadley haering hafliger \
        hafner hagan hagen hagenes hager Haggard haggerty hahn haicead haight hailey haines hairston hajdu hajek \
        hajkova hakala hakim hakkarainen hakkinen halasz halcomb Hale Hales haley halidov halim halimah Hall \
        hallik hallman halme halonen halverson halvorsen Ham hamadi hamadouche hamalainen hamann hamblin hamby \
        hamel hamer hamilton hamlin hamm Hammer hammett hammond hammonds hammons hampton hamrick han hancer \
        hancock Hand handayani hande handley Handy hanel hanes haney hangala hankins hanks hanley hanlon hanna \
        hannah hanninen hannon hannula hansen hanson hanssen harbin Harden Harder hardesty hardiansyah hardin \
        harding hardison hardman hardwick Hardy Hare hargis hargrove Haring hariyah harju harkins harkonen \
        harlan harley harloff harlow Harm harman harmon Harms Harness Harp harper harrell harrington harris \
        harrison harry Hart hartati harter hartikainen hartley hartman hartmann hartung harvey harwell harwood \
        haryanti haryanto hasanah Haskell haskins hasler hass hassan hassanah hassani hassell hastings hastuti \
        Hatch hatcher hatchett hatfield hathaway hatton hauffer haug hauge haugen haugland hauser hautala \
        hautamaki havel Havens haverinen havlicek havlickova hawes Hawk hawkins Hawks hawley hawthorne Hay \
        hayden hayes haynes hayrioglu Hays hayward haywood Hazel Head headley headrick healey healy Heard hearn \
        Heath heaton hebert heck hecker heckman Hedges hedrick heeb heffner heflin hefner hegedus heidrich \
        heikkila heikkinen heim hein heinen heino heinonen heinrich heinsalu heinsoo heintze heinz heiskanen \
        Held helenius helin helland heller hellwig Helm helminen Helms helton hemphill henao henck henderson \
        hendrick hendricks hendrickson hendriks hendrix hengen henk henke henley henning henriksen henriksson \
        henriques henriquez henry henschel hensley henson hentschel Her herbert heredia hering herman hermann \
        hermansen hermes hermighausen hernandez herndon herr herrera herrick Herring herrington herrmann herron \
        hertrampf herve herzog Hes heser hess hesse hester hethur hettner heuser hewitt heydrich hhoyiyane hiatt \
        hibbard hickey hickman Hicks hickson hidalgo hidayanto hidayat hietala hietanen higdon higginbotham \
        higgins higgs High hightower hilbert hildebrand hildreth Hill hiller hilliard hillman Hills hilti hilton \
        hiltunen himes Hinds hines hinkle hinojosa hinson hinton hirsch hirt hirvonen hitchcock hite hitt \
        hlabangane hlabisa hlatshwayo hlela hlengwa hlomuka hlongwa hlongwane hlophe hlubi hlumakazi Ho hoang \
        hoarau hobbs hobson hocevar hodel hodge hodges hodgson hodson hodzic hofer hoff hoffman hoffmann hofig \
        hofmann hofstetter hogan hogg hogue hokkanen holappa holbrook holcomb holcombe holdaway holden Holder \
        holguin Holiday Holland holley holliday hollingsworth hollins hollis holloman holloway Holly holm holman \
        holmberg holmes holmstrom holopainen holst holsten holt holton holub holubova holzapfel holzenbecher \
        homan honeycutt hong honkanen Hood Hook hooker Hooks Hoop hooper hoover Hope hopkins hoppe Hopper hopson \
        horacek horackova horak horakova horan horle Horn horne horner hornsby horowitz horton horvat horvath \
        horvathova hoskins hostetler hotz houck hough houghton houle House houser Houston Hovel howard howe \
        howell howells howland hoy hoyle hoyos hoyt hozjan hribar hribernik hrovat hruba hruby hruska hruskova \
        hsu huang hubbard huber hubert huberty huddleston hudgins hudson huerta huet huey Huff huffman Hug \
        huggins hughes hughey huhtala Hull hulsey humayrova humbert humes hummel humoyunov humphrey humphreys \
        humphries hundley Hunt Hunter huntley hunziker huotari huovinen hurd hurley hurlimann hurst Hurt hurtado \
        huseynli huseynoglu huseynov huseynova hussain hussein hussey huston hutagalung hutapea hutasoit \
        hutcherson hutcheson hutchings hutchins hutchinson hutchison hutson hutto hutton huttunen huuskonen \
        huynh hwang hyatt Hyde hyman hynes hynman hytonen hyttinen hyvarinen hyvonen ibarra ibikunle ibrahim \
        ibrahimli ibrahimoglu ibrahimov ibrahimova ibrohimov idris idrisli idrisoglu iforayeva iftikhaar \
        ignatjev ihab ihalainen ihejirika ihsaan ihsanoglu ihtiram ijli ikonen ilan ildirimoglu ilic iljin illes \
        ilori ilupeju ilves imhof immonen imonova imronov ingle ingram inman innseadun inonu inostroza intaum \
        ionescu ionita iqbal irawan irby Ireland irish irizarry iroha irungu irvin irvine irving irwin isaac \
        isaacs isaacson isah isaksen isaxanli isbell isella isler islomov ismayilqizi isom ison Israel issack \
        iswahyudi iten iustas ivanov ivask iversen iverson ives ivey Ivory Ivy iwu iyanda iymonova jaabir \
        jaakkola jaakson jaanson jaanus jaaskelainen jaatinen jablonski jack Jacks Jackson jacob jacobs jacobsen \
        jacobson jacoby jacot jacques jacquet jad jaeger jafarov jaggi jahdari jahongirov jailani jaimes \
        jaiyeola jakab jakobsen jakobson jakovlev jakubowski jalaal jalakas jalil jalonen jamaal james jameson \
        jamieson jamison jamnik jamshidov janda jandova janeckova janes janezic janik jankauskas jankowski \
        jansen janssen jansson jantti januar jara jaramillo jarc jaros jarosova jarosz jarrell jarrett jarv \
        jarve jarvela jarvenpaa jarvi jarvinen jarvis jasinski jasminova jasper jastrzebski jauhiainen jaunzema \
        jaunzems javohirov javornik jaworski jay jaynes jean jefferies jeffers jefferson jeffery jeffrey \
        jeffries jefimov jegorov jehle jelen jelinek jelinkova Jenkins jenko jenni jennings jensen jenssen \
        jeppesen jepsen jereb jermakov jerman jernigan jersov jespersen jessen jessup Jesus jeter jett jewell \
        jewett jezek jezkova jibril jimenez jobe joe joesaar jogi johannessen johansen johanson johansson john \
        johns johnsen johnson johnston joiner jokela jokinen jolley Jolly joly jomini jonas jones jonghe Jordan \
        jordon jorgensen jorgenson joseph jost jovanovic Joy joyce joye joyner jozwiak juarez judd jude Judge \
        Jug juhanson juhasz juhkam julian julliard juma jung juntunen jurgens jurgenson jurisson jussila Justice \
        juvonen kaamil kaasik kabir kaczmarczyk kaczmarek kadak kadlec kadlecova kagi kahinu kahkonen kahn \
        kaikkonen kainulainen kairys kaiser kala kalamees kalda kaleja kalejs kalin kalinin kalinowski kaljula \
        kaljurand kaljuste kaljuvee kallas kallaste kallio kalm kalmus kalnina kalnins kalvaitis kalvelis \
        kalvenas kamalanon kamarainen kamau kaminski kamronov kane kanepa kaneps kanerva kang kangas kangro \
        kangur kania kankaanpaa kantola kaplan kapp karaamat karadeniz karam karanja karhu karhunen kari \
        karikari karisa kariuki karjalainen karki karkkainen karklina karklins karlsen karlsson karpinski karpov \
        karppinen karr karro karttunen karu karvinen karvonen kasak kase kasemaa kasemets kaser kashif kask \
        kaspar kasparova kass kastelic katana katona kattai katz kauffman kaufman kaufmann kaulina kaulins \
        kaupas kauppila kauppinen kaur kavaliauskas kay kaye kayser kazakov kazlauskas kazmierczak kazungu keane \
        kearney kearns keating keaton keck kee keefe keefer keegan Keel keeler Keeling Keen keenan keene Keener \
        keeney keeton keinanen keith kelder kelemen kelleher keller kelley kellogg kelly kelsey kelso kemboi \
        kemp kemper kemppainen kendall kendrick kennedy kenney kenny Kent kenyon keranen kerekes kern kerns kerr \
        keskinen keskitalo keskula kessler ketola kettunen Key keyes Keys keyser khan kibet kidd kieber kieffer \
        kiik kiil kiis kiisk kikas kikkas kilgore kilk killian kilpatrick kilpelainen kim kimachu kimani kimathi \
        kimball kimble kimbrough kimmel kimutai kinard kincaid Kind Kinder Kindle King kingsley Kink kinney \
        kinnunen kinsey kinyanjui kinyua kioko kipkemei kipkirui kipkoech kipkorir kiplagat kiplangat kipngetich \
        kiprono kiprop kiprotich kipruto kipsang kiptoo kiraly kirby kirchner kirillov kirk kirkland kirkpatrick \
        kirkwood kirs kirsch kirsipuu kirss kirui kirwan kis kisakurek kiser kiska Kiss kisseljov Kitchen \
        Kitchens kitprapa kittakun kitumaini kiuru kivela kivi kivilo kivimae kivimaki kivinen kiviniemi \
        kivistik kivisto kjar kjeldsen klaas klausen klavina klavins klein klemencic klimov kline knapp knecht \
        kneip knez Knight Knoll knott knowles knowlton knox knudsen knutsen knutson kobal kocevar koch kocjancic \
        kocsis kodric koech koehler koenig koger kohl kohler kohn kohv koistinen koit koitla koivisto koivula \
        koivunen kokalj kokko kokkonen kokol kolade kolar kolaric kolarova kolb kolehmainen kolenc kolodziej \
        kolodziejczyk komulainen konecna konecny kongchayasukawut kongsri konrad konttinen koomson koonce koontz \
        kopec kopecka kopecky koponen kopp koren korhonen korir korosec korpela koruturk kos kosgei kosi kosir \
        kosoko kot kotnik kovac kovacic kovacs kovar kovarova kowalczyk kowalewski kowalik kowalski koya kozak \
        kozelj koziol kozlowski kozma kraft krajewski krajnc kral kralova kramar kramberger kramer kranjc kranz \
        krastina krastins kratochvil kratochvilova kraus krause krausova krawczyk krebs krejcova kremer kreslina \
        kreslins krieger krier krieva krievina krievins krievs kristensen kristiansen kristoffersen \
        krittayanukoon krivec kriz krizova krogh krol krueger kruger kruk krumina krumins krupa kruse kruze \
        kubiak kubicek kubickova kucera kucerova kucharski kuhar kuhn kumer kumi kumsoontorn kumushova kundzina \
        kundzins kung kunkel kuntz kunz kurek kuria kurniawan kurtz kusi kusiwaa kusmawati kusumo kuswandari \
        kuswoyo kuykendall kwaakye kwaakyewaa kwartemaa kwarteng kwiatkowski kyalo kyei kyeiwaa kyle labbe \
        labeeb labelle Lace lacey lachance lacis lackey lacroix Lacy ladd ladner laet laflamme lafleur lagos \
        lagzdina lagzdins lah lahiah lai laidhleis laighnigh lailasari laird lajlaj lakatos Lake laksita \
        laksmiwati lalonde lam lamar Lamb lambert lamm lampert Lancaster lance Land landers landis landrum \
        landry landy Lane laney lang langat langdon lange langford langley langlois langston lanham lanier \
        lankford lanners lantz lanz lapierre laplante lapointe laporte lapsa lara Large larkin laroche larose \
        larouche larry larsen larson larue las lasa Lash laskowski lassen lassiter laster laszlo latham latimer \
        latupono Lau laughlin laurent lauridsen lauritsen laursen lauzon Lavender lavigne lavoie lavric Law \
        lawal lawler Lawless lawrence Laws lawson lawton Lay laylova Layman layne layth layton lazar lazuardi Le \
        lea Leach leahy leal leao lear leary leavitt leban lebar leblanc leclair leclerc leclercq lecomte \
        ledbetter ledesma ledford ledoux leduc Lee lees leeuw lefebvre lefevre legault leger legg leggett \
        legrand lehman lehmann leigh leighton leite leiva lemaire lemay lemieux lemke lemmon lemoine Lemon \
        Lemons lemus lengyel lennon lentz lenz leon leonard leone lepage lerma leroux leroy lertsattayanusak \
        lesjak leskovar leslie lesnik lessard lestari lester leszczynski leu leunberger leung levesque levin \
        levine Levy lewandowski lewis leyva Li libby Lice licis Lie lien liepa liepina liepins Light lightfoot \
        ligon likar liles lilley lilly lim Lima limazah limon Lin linares Lincoln lind lindberg linden linder \
        lindley lindquist lindsay lindsey Link linkous linn linton lipinski lipscomb lira lis liska liskova \
        lister Little littlefield littlejohn littleton liu Lively livingston lloyd Lo lochlann locke lockett \
        lockhart locklear lockwood loftis lofton logan logar logsdon loibhead lomax lombardi lombardo London \
        londono Long longo longoria lonndun loomis Looney loper Lopes lopez Lord lorenz lorenzo losatapornpipit \
        lott louis loureiro lourenco Love lovejoy lovelace loveless lovell lovett Loving Low lowe lowell lowery \
        lowry loy loyd lozano Lu lucas luce lucero luckett luczak ludwig lugo luibhead luisead lujan lukacs luke \
        lukstina lukstins lumpkin Luna lunam lund lundberg lunde lundy lunsford luqmaan luqman luscher luse \
        lusis lusk lussier lustenberger Luster lut lutf luther luthi luttrell lutz lux luz Ly lyle lyles lyman \
        Lynch lynn Lyon lyons lytle Ma maalim maawiya mabe mabry mac macdonald Mace macedo macek mach machacek \
        machackova machado macharia machova macias maciejewski mack mackay mackenzie mackey macklin maclean \
        macon Madden maddox mader madhubuti madinaeva Madison madrid madrigal madsen madu maes maestas maeyer \
        maftunova magalhaes magana magee magombo maguire magyar mahan mahbeer mahbub maheen mahendra maher \
        maheswara mahfuj mahfuz mahmoud mahmudov mahmudova mahon mahoney mai maia maidana maier maillard Main \
        maina maire majcen majd majeed majerus majewski Major Majors makinde makinwa makokha makowski makulu \
        malakova malcolm maldonado malikova malinowski mallory malloy malone maloney maly mancini manco mancuso \
        mandala mandasari maness mangen mangum mangunsong manley mann Manning manole mansfield mansilla mansiz \
        manson mansur manuel manullang Maples marbun March marchand marciniak marcotte marcum marcus mardhiyah \
        marek Mares marie marin marino marion marjonova Mark markham markiewicz markowski Marks marlow marlowe \
        marolt marpaung marques marquez marquis marr marrero marroquin marsden Marsh marshall martel martell \
        martens marti martin martindale martinez martino martins martinsen marton marty martz marvin marx marxer \
        maryadi maryamova maryati masek Mason masseron massey massie masson Masters masterson mata Mate matejka \
        mathenge matheny mathews mathiasen mathiesen mathieu mathis mathisen matias matile matinawin matlock \
        matos matousek matson Matt matthew matthews mattingly mattison mattox mattson maulana mauldin maupin \
        maurer mavric maxey maxwell May mayasari mayberry mayer mayes mayfield mayhew maynard mayo Mayor mays \
        mazilescu mazur mazurek mbugua mburu mcadams mcafee mcalister mcallister mcarthur mcbee mcbride mccabe \
        mccaffrey mccain mccall mccallister mccallum mccann mccarter mccarthy mccartney mccarty mccaskill \
        mccauley mcclain mcclanahan mcclellan mcclelland mcclendon mcclintock mccloskey mccloud mcclung mcclure \
        mccollum mccombs mcconnell mccool mccord mccorkle mccormack mccormick mccoy mccracken mccrary mccray \
        mccreary mccue mcculloch mccullough mccune mccurdy mccutcheon mcdaniel mcdaniels mcdermott mcdonald \
        mcdonnell mcdonough mcdougal mcdowell mcduffie mcelroy mcewen mcfadden mcfall mcfarland mcfarlane mcgee \
        mcghee mcgill mcginnis mcgovern mcgowan mcgrath mcgraw mcgregor mcgrew mcguire mchenry mchugh mcinnis \
        mcintire mcintosh mcintyre mckay mckee mckenna mckenzie mckinley mckinney mckinnon mcknight mclain \
        mclaughlin mclaurin mclean mclemore mclendon mcleod mcmahan mcmahon mcmanus mcmillan mcmillen mcmillian \
        mcmullen mcmurray mcnabb mcnair mcnally mcnamara mcneal mcneely mcneil mcneill mcnulty mcnutt mcpherson \
        mcqueen mcrae mcswain mcvay mcvey mcwhorter mcwilliams meacham mead meade meador Meadows Means mears \
        medeiros medina Medley medlin medlock medrano medved meehan Meek Meeker meeks meester megantara \
        mehrimohova meier meili meister mejia melancon melani melendez mello melo melton melvin mena menard \
        mendenhall mendes mendez mendonca mendoza menendez mensa mensah menthonnex mercado mercer Merchant \
        mercier meredith mergen merrick merrill merritt mersch mertens merz mesa Messenger messer messina \
        meszaros metcalf metcalfe methavorakul mettler metz metzger metzler meunier mey meyer meyers meza mezei \
        michael michaels michalak michalski michaud michel michels middleton mihelic mikkelsen miklavcic \
        mikolajczyk milam milanova milburn Miles millar millard miller milligan Mills milner milton mims Miner \
        minnick Minor minter minton mintz miranda mireles mironshohov mitchell mixon mize mlakar mobley mocanu \
        Mock moe moeller moen moffett moffitt mogensen mohamed mohammed mohamud mohinurova mohlaroyimova mohr \
        mojica molina molitor moller molnar momanyi monahan moniz Monk monnard monnet monney monroe monson \
        montague montalvo montandon montanez montano monteiro montenegro montero montes montgomery montoya Moody \
        Moon mooney Moor moore mora moraes morais morales moran morand morard moravec morawo moreau morehead \
        moreira morel moreland moreno morey Morgan moriarty morin morissette morley morrell morrill morris \
        morrison morrissey morrow morse mortensen morton mosby moseley moser moses mosher mosier mosley mosquera \
        Moss mota Motley mott mottet mottiez moulin moulton Mount moura mousel mowery moya moyano moye moyer \
        mrak mroz msuya mubinova mucha muchiri mueller muganli mugo muhammadaliyev muhammadaminov muhammadayubov \
        muhammadov muhammadumarov muhammadyasinov muhammadyusupov muhammadziyoev muhovic muhsinova muir muizzova \
        mulder muli Mull mullen muller mulligan mullin mullins mullis mulyani mumbi mumtozova muncy munene \
        mungai munisayeva muniz munoz munson murdock muriithi murillo muriset murithi muriuki murphy murray \
        murrell murry mursalinaeva musaxanli Muse musfirayeva musgrove mushtariyeva musial musil muslimaeva \
        musser mustafayev mustapha mustofa musy musyoka musyoki mutai muthoni mutinda mutisya mutua mutuku \
        muxlisayeva muxtaroglu muynck muzayyanova muzdalifayeva mwangi mwaniki mwaura mwenda mwende mwendwa \
        myers myhre myklebust myles myrick naail nababan nabeel nabih nabors nadeau nadeem naeem naf nagel \
        nagele nagioglu nagle nagy nagys nainggolan najam najera najmudin namaga nance naomi napier napitupulu \
        naquin narpati narusis narvaez nascher nascimento nash nashiruddin nass nasyiah nasyidah natsir naujokas \
        nauseda nava navarrete navarro navratil nawrocki naylor nazari ndungu neal nealy needham neeley neely \
        neerachapong neff negele negrete negron neil neill nelson nemec nemecek nemes nemeth nesbitt ness neto \
        Nettles neuman neumann nevarez neve neves neville New newberry newby newcomb newell newkirk newman \
        newsom newsome Newton ney Ng nganga ngetich ngo ngugi nguyen nicholas nichols nicholson nickerson \
        nicolas nielsen nielson nieto nieves nigg niles nilles nilsen nilsson nilufarova ninalowo nipp niquille \
        nissen nistor nita nix nixon njenga njeri njeru njoki njoku njoroge njuguna nkansa nkansah nkrumah \
        nnamani Noble Nobles noe noel nogueira nolan noland nolen noonan norfleet norgaard noriega norman \
        norramon norris North norton norwood novaes novais novak novitasari novotny nowacki nowak nowakowski \
        nowicki nowlin noyes nozimova nsia nti ntiamoa ntim nugent nugroho Numbers nunes nunez nunley nunn \
        nuraini nurdiyanti nuriyeva nussle nusslin nutt nwachukwu nwosu nyaako nyaga nyakundi nyambura nyame \
        nyantakyi nye nygard nyongesa oakes oakley Oaks oates obama obasanjo obeng obi obrien ocalan ocampo \
        ocasio ochieng ochoa oconnell oconner oconnor odegard odell oden odetola odhiambo odinaeva odom odonnell \
        odunsi oduor oehri ofori ofosu ogbuehi ogden ogindan oginni Ogle oglesby ogulana ogunbamigbe ogunbiyi \
        ogunbo ogunde ogunleye ogunwobi ogunyeye Oh ohara ohri ojeda ojo ojua ojukwu okafor okeefe okeke okonkwo \
        okoro okoth okumu okyere olabode oladipupo olah olaiya olasupo olawale oldham oleary olesen olinger \
        oliphant oliva olivares olivarez olivas oliveira oliver olivera olivier olmstead olowokeere oloyede \
        olsen olson olszewski olubode olugbayila olujimi olukotun olukunga olusanya oluwagbemi olvera omair \
        omalley omani omar omeir omidina ominova omojola omondi omotoso oneal oneil oneill onoh ontiveros onwuka \
        onyango oparinde opoku oppong oprea opuku orban ordonez oreilly orellana Orlando orlowski ornelas orosco \
        orosz orourke orozco orr orsos ortega ortiz orucov osborn osborne osburn osei osgood oshin oshodi \
        osiyeva osman osorio ospelt ospina ostergaard ostrander ostrowski osullivan osuntokun oswald otero oti \
        otieno otis otiwa otoole ott otto otuo ouellet ouellette ouma Outlaw overgaard overstreet overton owais \
        owen owens owino owokoniran owolabi owoyemi owuor owusu oyadiran oyaifo oyekan oyeniyi oyetoro oyeyemi \
        oyinlola oyshayeva paccot Pace pacheco pachoud Pack packard Packer padgett padilla padmasari paegle \
        paepe paez Pagan Page paige paimo paine Painter paiva pak Pal palacios palastri Palma palmer palumbo \
        pangestu pannell pantoja Pap papp pappas paquette paquin paradis Pare paredes Parent parham Paris Parish \
        Park parker parkinson Parks parnell parr parra parris parrish parrott parry Parson Parsons partin \
        Partridge paschoud pasquier Pastor pasuk pasztor pataki patchett Pate patel paterson patino patrick \
        patten patterson patton paul paulauskas pauley paulsen paulson pauly pauw pavlic pavlicek pavlik pavlin \
        pawlak pawlik pawlowski paxton payet payne payton paz Peace peachey Peacock Peak pearce pearson Pease \
        Peck pecnik pedersen pederson peebles Peek peeples peiffer peitrequin peixoto Pellet pelletier pemberton \
        pena Pence pendergrass pendleton penn pennell pennington Penny Peoples pepin Pepper perales peralta \
        perdomo perdue pereira pereyra perez perkins perko perkona perkons permadi permata permchart perreault \
        perrin perron perry perryman Person pertiwi petek peter peterman Peters petersen peterson petit \
        petrauskas petrie petrovic pettersen pettit Petty peyton pfeiffer pfister pham phan phelan phelps \
        philippe phillips phipps phusilarungrueng pianduangsri piasecki piatek picard piccand pichpandecha \
        pickard pickens pickering pickett Pierce pierre pierson pietrzak pikatsingkorn Pike pimenta pimentel \
        pina pineda pinheiro pinho pino pinson pintar pintaric pinter pinto pinzon piotrowski Piper pipkin \
        pippin pirc pires pitanuwat pitre pitt pittman pitts pizarro plante platt Pleasant plummer plunkett \
        poblete pocius podniece podnieks poe pogacnik pogue poindexter Pointer poirier pokorny polak polanco \
        polauaypon Pole polis polk polla pollack pollard pollock polpo ponce Pond Ponder pongpanitch Pool poole \
        poore poos Pop popa Pope popescu popovic Porter porterfield portillo portmann porto posalee posey poska \
        pospisil Post poston pothanun potocnik potter potts potvin poulin poulsen povilonis powell Power Powers \
        prabowo prachayaroch pradana pradipta prado prakalpawong prakasa pranowo prasasta prasetya prasetyo \
        prastuti pratama prater prather pratiwi pratt prayoga prayoonhong preda prempeh prentice prescott \
        presley pressley preston prewitt Price prichard Pride pridgen priede priedite prieditis Priest prieto \
        primozic Prince pringle pritchard pritchett privet probst prochazka proctor proffitt prokop prosser \
        proulx provost pruett pruitt pryor przybylski puckett pudjiastuti puente pugh pulido pullen Pulley \
        pulliam purcell purdy purina purins purmale purmals purnawati purnell purvis purwanti puscasu puspasari \
        puspita putman putnam putra putz pyle qaasim qabeel qabiloglu qadeer qafarov qaim qarabagli qaseem qasif \
        qasimov qoculu qosali qualls quarles quartey quartier Queen quezada Quick quigley quinn quinones \
        quintana quintanilla quintero quiroga quiroz qurbanli qurbanov qusay qutqasinli raaghib raashid rabb \
        rabbani rabiah racz rader radford radi rafay rafeek rafferty rafi ragan ragland ragsdale rahmawati Raid \
        raines rainey Rains rajasa rajata rajh ralph ralston ramadan ramey ramirez ramon ramos ramsak ramsey \
        rand randall randle randolph raney rangel rankin Ransom rapin rapp rappaz rapraz Rash rasmussen rastoder \
        ratcliff ratliff rauch ravn rawlings rawlins rawls Ray rayburn rayhonova raymond rayyonova rea Read \
        reagan reardon reaves Rector redd Redden reddick redding reddy reding redman redmon redmond reece Reed \
        reeder reedy rees reese reeves regalado regan Register reich reichert reid reilly reinhardt Reis reiter \
        renard renaud renault rendon renfro renner Reno renteria resnik restrepo reuter rey reyes reyna reynolds \
        reynoso rezende rhea rhoades rhoads rhodes ribeiro ribic ricci Rice Rich richard richards richardson \
        richey richie Richmond richter rickard ricker ricketts rickman ricks rico ridder riddick Riddle ridenour \
        Rider ridgeway ridley riekstina riekstins ries riggins riggs rigsby riha rikke riley rincon rinehart \
        Ring rios rioux ripley riquelme risch ritchey ritchie ritter rivas rivera rivero Rivers riviere rizzo \
        Roach roark robadey robb robbins roberge roberson robert roberts robertson Robin robinette Robins \
        robinson robison robitaille robiyayeva robles roby rocha roche Rock rockwell roden roderick rodgers \
        rodrigue rodrigues rodriguez rodriquez Roe roeck roger rogers rojas roland roldan rolland Roller rollins \
        Roman romanens romano romeo romero romo roney ronning rono roo rooney roos Root roover roper rosa rosado \
        rosales rosario rosas Rose rosen rosenberg rosenthal ross rosselat rosselet rossellat rosser rossi roth \
        rotich Rounds rountree Rouse roush rousseau roussel roux rowan rowe rowell rowland rowley roy Royal \
        royer royster roze rozite rozitis roziyayeva rozman rubene rubenis rubin rubio Ruby rucker rudd rudolph \
        rudzite rudzitis rueda ruegg Ruff ruffin ruhshonova ruiz rumaysayeva runyon rupnik rupp ruqiyayeva rus \
        Rush Rushing russ russell russo Rust rutar ruth rutherford rutkowski rutledge ruud ruzicka ryan ryck \
        rycke ryder saafir saajid saalim saaqib saavedra sabil sabinova sabir sabotic sabrinova sadan sadiqov \
        sadixov sadixova sadiyeva sadler sadowski saefullah saenz saez safak safinayeva safiyeva safo Sage Sager \
        sahbuzlu sahsuvarli Said saidova saidu sair sakalauskas sakarya sakinayeva salahudin salako Salami \
        salamoglu salas salazar salcedo salcido saldana Sales salgado salinas salisbury sallee salley Salmon \
        salohiddinov Salter sam sama samiloglu samilov saminova samirov samirova samiyeva sammons samosir \
        sampaio Sample Samples sampson sams samson samuel samuels San sanborn sanchez sander sanders sanderson \
        sandlin sandor sandoval sandoz Sands sandvik sanford sanhueza sansonnens santana Santiago santos santoso \
        sapp saptono saputra saragih sardorov sargent sarkozi sarmiento sarpong sarvinozova sasser sather \
        satterfield saucedo Saucier saudan sauer saulite saulitis sauls saunders Savage savard savoy sawicki \
        sawyer sawyers saxton saylor sayyid Scales scanlon scarborough scarbrough schaack schadler schaefer \
        schaeffer schafer schaffer schaller schar scharer schaub schaus scheer scheidegger schell schenk \
        schepper scherer scherrer schilling schiltz schintgen schlatter schmid schmidt schmit schmitt schmitz \
        schneider schofield scholtes schott schou schrader schreiber schreiner schrijver schroeder schryver \
        schubert schuler schulte schultz schulz schumacher schuster schutter schwab schwartz schwarz schweitzer \
        scoggins Scott scroggins scruggs Seal Seals Seaman searcy Sears seaton seay sedlacek sedlak See seeley \
        seguin segura seibert seifert seitz selby sele Self Sell Sellers Sells sena sener sensoy sepulveda serna \
        serrano Sessions setiawan Settle sevarova sevcik Seven Sever severson sevinchova seward sewell sexton \
        seymour sezer sezgin shackelford Shade shafer shaffer shah shahinova shahnozova shahzodov shank shanks \
        shannon shapiro Sharp sharpe Shaver shaw shay shea shearer sheehan Sheets Sheffield shehu Sheikh shekoni \
        shelby sheldon Shell shelley shelton shepard Shepherd sheppard sheridan sherman sherrill sherrod \
        sherwood Shields Shin shinn shipley shipman shipp shirley shively shockley shoemaker shohruxov Shook \
        Shore Short Shorter shrader shukronova shuler shull shultz shumaker shuman shumate sibley siegel Sierra \
        sigler sihombing sihotang sikes sikora sikorski siler silina silins silva silveira Silver silverman \
        silvia simanjuntak simard simba simbolon simek simiyu simmons simms simoes simon simonic simons simonsen \
        simonson simpkins simpson sims sinaga sinclair sinema Singer singh singletary singleton sinkovec sipes \
        sipos siqueira sirait sireelert siregar siripaiboo sisk sisson sitar sitompul sitorus sittisaowapak \
        situmorang sivertsen sixli sizemore skaggs skelton skidmore skinner Skipper skok skov skuja skujina \
        skujins Slack slade slagle slater Slaughter slavik sledge sloan slocum slone Small smalley Smalls \
        smallwood Smart smedt smet smid smiley smith smithson smoot Smothers smyth snead sneed snell Snider \
        Snipes snodgrass Snow snowden snyder soares sobczak sobowale sokolowski solano solberg solheim \
        solihayeva solis soliz solomon somers sommer sommers somogyi sondergaard Song sooksawang soos \
        sorattanachai sorensen sorenson soria soriano sorrell sosa sotelo soto soukup souma sousa South southard \
        southerland Southern souza sowell sowers soyinka soylu Spain spalding spangler spann sparkman Sparks \
        Sparrow spaulding Spear spearman Spears Speed speer spellman spence spencer spicer spivey spooner \
        spradlin sprague sprenger Spring springer sproge sprogis sprouse spruill spurlock Squires srisoontorn \
        stacey Stack stacy stafford staggs stahl staley stallings stallworth stamper Stamps stan stancu stanek \
        stanescu stanfield Stanford stankevicius stankiewicz stanley stanton Staples stapleton Stark starkenberg \
        starkey starks starling starnes starr stasiak stastny staten staton stauffer stclair stearns steed \
        steele steen steffen steffensen stegall steichen stein steinberg steiner steinmetz stejskal stepanek \
        stephen stephens stephenson stepien stepp Sterling Stern stevens stevenson Steward stewart stidham \
        stiles Still stillwell stiltner stine stinnett stinson stjohn Stock stockton stoddard stoffel stoica \
        Stokes stoll Stone stoner stopar Storey Story Stout stovall stover stowe stpierre Strain Strand Strange \
        stratton strauss strazdina strazdins Street streeter strickland stringer strnad strom Strong strother \
        stroud strunk stuart stubblefield stubbs stuckey stull Stump sturgeon sturgill sturm Styles suarez suciu \
        suggs sujjaboriboon sukhenai sukurlu sukurov suleiman suleymanli suleymanov sullivan sultanli sultanov \
        sumayyeva Summers sumner sumpter suraprachit suraprasert suryono susnik sutherland sutter sutton suwarno \
        svec svendsen svoboda swafford swain Swan swank swann swanson swartz Sweat sweeney Sweet swenson Swift \
        Swisher switzer sykes sykora sylvester szabo szalai szczepaniak szczepanski szekely szekeres szewczyk \
        szilagyi szoke szucs szulc szymanski szymczak taanish tabacu tabassum taber tabor tackett tadeen taft \
        taggart tahir taimur takacs takyi talbert talbot talbott talha talhah talib talibli talibov talley tam \
        tamas tamayo tamba tampubolon Tan tanaka Tang tangen tanner tapdiqli tapdiqoglu tapia tardif tarhan \
        tarihoran tarver tate tatum tavares tavcar tawia taylor teague teal teel Teeter teixeira tejada tellez \
        Temple templeton tennant tenney terrell terry tesar tessier tevetoglu thacker thamrin thantananont thao \
        tharp Thatcher thayer thein theis theisen theriault therrien thibault thibodeau thibodeaux thiel thigpen \
        thill thinnes thiry thomas thomason thomassen thompson thomsen thomson thony Thorn thorne thornhill \
        thornton thorpe thorsen thorton thrasher thurman thurston thygesen tianvarich tibbs tice tichy tidwell \
        tierney tijerina tillery tilley tillman tilton timmons tinsley tipton tirado tisdale titipatrayunyong \
        titus tobias tobin todd todsapornpitakul toft tolbert Toledo toler toliver tolliver tom toma toman \
        tomaszewski tomazic tomczak tomczyk tomescu tomlin tomlinson tompkins tomsic toney toplak toro torok \
        torrence torres torrez toth tovar Towns townsend tracy trahan trammell tran trapp trask tratnik trausch \
        travers Travis traylor treadway treadwell trejo tremblay trent trevino tribble trice trikasemmart \
        trimble trinidad triplett tripp troncoso trotter Trout troutman trudel True truitt trujillo truong \
        tsithigh tubbs Tuck tucker tudor tuggle tukur tuma tungkasethakul turalli turcotte turina turins turk \
        turley turnbull turner turney turongkinanon turpin tuttle tutu tveit tweneboa twumasi tyler tyner tyree \
        tyson ubaadah ubadah ubaid ubaidah ubay ubayd ubaydullah uche udeh ugurlu uhban ulker ulloa ulrich \
        umaarah umair umar umarov und underhill underwood unger upchurch upshaw upton Urban urbaniak urbanski \
        urbina urbonas uribe urrab usmonov utama utley uwais vacek vachon vahar vail vaillancourt valadez valdes \
        valdez Valencia valenta valente valentin Valentine valenzuela valerio valle vallee vallejo valles Van \
        vanaga vanags vance vandyke vanegas vanek vang vanhoose vanhorn vanmeter vann vanwinkle varadi varela \
        varga vargas varner varney vasconcelos vasquez vass vasseur vaughan vaughn vaught vavra vaz vazquez Veal \
        veen vega veilleux vela velasco velasquez velazquez velez venable venegas ventura Vera veres vergara \
        Vernon vesely Vest vestergaard vethayasas vetter viana vicente vick vickers vickery vidal vidic vidmar \
        vidovic vieira viera Vigil vik viksna vilcina vilcins vilks Villa villalba villalobos villamizar \
        villanueva villareal villarreal villarroel villasenor villegas villeneuve vincent vincze Vines vinson \
        vinyuvanichkul virag vitale vitek vitola vitolina vitolins vitols vlcek Vo vodopivec vogel vogt voinea \
        volk von voros vos voss vsiliauskas Vu vue vuyst waahid wacana wachira wachter waddell Wade wadood \
        wadsworth waele wafula wagener waggoner wagner wagoner wahhaaj wahl wahyudin wainaina wairimu waite \
        wakefield walczak walden waldron waldrop walker Wall wallace waller Walling wallis Walls walser walsh \
        walston walter walters walton waluyo wamalwa wambua wambui wang wangari wanger wangui wanijiku wanjala \
        wanjiku wannapaitoonsri wanyama wanyonyi Ward Warden ware warfield wario warner Warren washburn \
        Washington wasilewski wasita waskita wasson wasunun waterman Waters watkins watson Watt watters Watts \
        waugh waweru wawrzyniak Way wayne weatherford weatherly Weathers weaver webb webber weber webster Weed \
        Weeks weems weerdt weiler weiner weinstein weir weis weiss wekesa welch weldon weller wellman Wells \
        welsh Welter wendt wentworth wentz wenzel werner wertz wesley wesolowski wessex West westbrook westfall \
        westmoreland weston wetzel weydert weyland whalen whaley wharton whatley Wheat wheatley wheaton wheeler \
        whelan whipple whitaker whitcomb White whited whitehead whitehouse whitehurst whiteside whitfield \
        whiting whitley whitlock whitlow whitman whitmire whitmore whitney whitson whitt whittaker whitten \
        whittington Whittle whitworth wiafe wibisono wibowo Wicker Wicks widodo wieczorek wierzbicki wies wiese \
        wiggins wijaya wilbanks wilbur wilburn wilcox Wild wilde Wilder wiles wiley wilhelm wilk wilkerson \
        wilkes wilkins wilkinson wilks Will willard wille willett willey william williams williamson williford \
        willingham willis willoughby Wills willson wilson Wilt wilton wimberly wimolnot winandy winarno \
        winchester windham winfield winfrey Wing wingate wingfield winkler winn winslow winstead winston Winter \
        Winters winther wirth wirtz Wise wiseman wisniewski Wit Withers witherspoon witkowski witt witte \
        wlodarczyk wofford wohlwend wojciechowski wojcik Wolf wolfe wolff wolfinger wolford wolski womack wong \
        Woo Wood woodall woodard woodcock Wooden woodley woodruff Woods woodson woodward woodworth Woody \
        wooldridge woolley wooten worden Workman worley worrell Worth worthington Worthy wozniak wray Wren \
        Wright wrobel wroblewski Wu wulf wyatt wylie wyman wynn wynne wysocki xakimov xiong yaamoa yafir yaghnam \
        yahaya yahyaa yahyoev yaman yancey yanez yang yaqubov yarbrough yasinaeva yasinov yasir yasminova yates \
        yawer yawson yazzie ybarra yeager yeboa yeboah yee Yi yildirim yilmaz yirenkyi yoder yoon York yorulmaz \
        yost Young youngblood Younger yount youprasert Yu yudas yuksel yusifoglu yusifqizi yussuf yusuf yusupov \
        zaafir zackariya zafar zagar zaheer zahri zahroyeva zahrun zajac zajc zak zake zakis zakiyaxonova \
        zakrzewski zalewski zalite zalitis zambrano zamora zapata zaragoza zarar zarate zarina zarinova zarins \
        zavala zawadzki zayidov zaynabova zayyir zeigler zeleznik zeller zeltina zeltins zeman zemljic zengin \
        zepeda zhang zibert ziegler zielinski ziemele ziemelis zimmer zimmerman zinnurova ziolkowski zirne \
        zirnis zizek znidarsic zook zorko zorlu zubairu zubayrov zukauskas zulkarnain zuniga zupan zupanc \
        zupancic zvaigzne zver zvirbule zvirbulis
        """
}
