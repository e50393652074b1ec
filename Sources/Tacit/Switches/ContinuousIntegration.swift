/// Tells a build machine from a person's: builds are nobody's use of a program.
///
/// The variables are those that the services document and that detectors in the field look at (ci-info, is-ci). Variables
/// that a hosting service sets for running programs as well (`VERCEL`, `RENDER`, `DYNO`) are left out: a server there is no build.
package enum ContinuousIntegration {
    /// Each is enough alone.
    package static let variables: [String] = [
        // Said by many services.
        "CI", "CONTINUOUS_INTEGRATION", "BUILD_NUMBER", "CI_APP_ID", "CI_BUILD_ID", "CI_BUILD_NUMBER", "CI_NAME",
        // Said by one.
        "AC_APPCIRCLE", "AGOLA_GIT_REF", "APPCENTER_BUILD_ID", "APPVEYOR", "BITBUCKET_BUILD_NUMBER",
        "BITBUCKET_COMMIT", "BITRISE_IO", "BUDDY_WORKSPACE_ID", "BUILDER_OUTPUT", "BUILDKITE", "CF_BUILD_ID",
        "CIRCLECI", "CIRRUS_CI", "CI_XCODE_CLOUD", "CI_XCODE_PROJECT", "CM_BUILD_ID", "CODEBUILD_BUILD_ARN",
        "CODEBUILD_BUILD_ID", "CODEMAGIC_ID", "DRONE", "DSARI", "EARTHLY_CI", "EAS_BUILD", "FORGEJO_ACTIONS",
        "GERRIT_PROJECT", "GITEA_ACTIONS", "GITHUB_ACTIONS", "GITLAB_CI", "GO_PIPELINE_LABEL", "HARNESS_BUILD_ID",
        "HUDSON_URL", "JENKINS", "JENKINS_URL", "LAYERCI", "MAGNUM", "NETLIFY", "NETLIFY_BUILD_BASE", "NEVERCODE",
        "NOW_BUILDER", "PROW_JOB_ID", "RELEASE_BUILD_ID", "SAILCI", "SCREWDRIVER", "SEMAPHORE", "SHIPPABLE", "STRIDER",
        "SYSTEM_TEAMFOUNDATIONCOLLECTIONURI", "TASKCLUSTER_ROOT_URL", "TDDIUM", "TEAMCITY_VERSION", "TF_BUILD",
        "TRAVIS", "VELA", "WOODPECKER", "XCS", "bamboo_buildKey", "bamboo_planKey",
    ]

    /// All of a row together: each alone is too common a name.
    package static let combinations: [[String]] = [["BUILD_ID", "JOB_NAME"], ["TASK_ID", "RUN_ID"]]

    /// The variables by which this is a build, or `nil` where none says so. Empty, `0` and `false` say no.
    package static func evidence(in environment: [String: String]) -> String? {
        func isSet(_ name: String) -> Bool {
            guard let word = environment[name]?.trimmed.lowercased() else { return false }
            return !["", "0", "false"].contains(word)
        }
        if let name = variables.first(where: isSet) { return name }
        return combinations.first { $0.allSatisfy(isSet) }?.joined(separator: " and ")
    }
}
