#include "CTacitSystem.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

static int writer = -1;

static void stop(int signal) {
    (void)signal;
    /* Nothing but write is called: it is safe in a signal handler. The pipe never fills: its reader ends the program. */
    (void)!write(writer, "", 1);
}

int tacit_stop_descriptor(void) {
    int ends[2];
    sigset_t ours;
    struct sigaction action = {.sa_handler = stop, .sa_flags = SA_RESTART};
    if (pipe(ends) != 0) return -1;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFL, O_NONBLOCK);
    writer = ends[1];
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, 0);
    sigaction(SIGTERM, &action, 0);
    sigaction(SIGHUP, &action, 0);
    /* Whoever started this program may have blocked them. */
    sigemptyset(&ours);
    sigaddset(&ours, SIGINT);
    sigaddset(&ours, SIGTERM);
    sigaddset(&ours, SIGHUP);
    sigprocmask(SIG_UNBLOCK, &ours, 0);
    return ends[0];
}
