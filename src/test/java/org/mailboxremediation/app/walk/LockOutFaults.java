package org.mailboxremediation.app.walk;

import static org.mailboxremediation.app.walk.FaultRow.BLOCKED;
import static org.mailboxremediation.app.walk.FaultRow.Ends.CONVERGED;
import static org.mailboxremediation.app.walk.FaultRow.Ends.TASK;
import static org.mailboxremediation.app.walk.FaultRow.OPEN;
import static org.mailboxremediation.app.walk.FaultRow.always;
import static org.mailboxremediation.app.walk.FaultRow.once;
import static org.mailboxremediation.app.walk.FaultRow.reads;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mailboxremediation.sandbox.fault.Trouble;
import org.mailboxremediation.sandbox.fault.Trouble.Kind;

/** The rows of the matrix for the lock-out. */
final class LockOutFaults {

    /** Longer than the client waits. */
    private static final Duration TOO_LONG = Duration.ofSeconds(6);

    private LockOutFaults() {}

    static List<FaultRow> rows(String elsewhere) {
        List<FaultRow> rows = new ArrayList<>(connections());
        rows.addAll(statuses());
        rows.addAll(untrueAnswers());
        rows.addAll(unreadableAnswers(elsewhere));
        rows.addAll(logins());
        return rows;
    }

    private static List<FaultRow> connections() {
        return List.of(
                once("connection cut", Trouble.of(Kind.CUT), CONVERGED),
                always("connection cut", Trouble.of(Kind.CUT), TASK),
                once("no answer in time", Trouble.of(Kind.NO_ANSWER, TOO_LONG), CONVERGED),
                always("no answer in time", Trouble.of(Kind.NO_ANSWER, TOO_LONG), TASK),
                once("answered too late, applied", Trouble.of(Kind.LATE_REPLY, TOO_LONG), CONVERGED),
                once("reply lost, applied", Trouble.of(Kind.LOST_REPLY), CONVERGED),
                always("reply lost, applied", Trouble.of(Kind.LOST_REPLY), TASK));
    }

    private static List<FaultRow> statuses() {
        List<FaultRow> rows = new ArrayList<>();
        rows.add(once("403 Exceeded request limits", Trouble.of(Kind.THROTTLED), CONVERGED));
        Stream.of("0", "5", "3600", "abc", "Wed, 21 Oct 2065 07:28:00 GMT")
                .map(after -> once("429 Retry-After " + after, Trouble.status(429, after), CONVERGED))
                .forEach(rows::add);
        Stream.of(500, 502, 503, 504)
                .map(status -> once("status " + status, Trouble.status(status), CONVERGED))
                .forEach(rows::add);
        rows.add(always("status 503", Trouble.status(503), TASK));
        Stream.of(400, 401, 404, 409)
                .map(status -> once("status " + status, Trouble.status(status), TASK))
                .forEach(rows::add);
        rows.add(always("403 key revoked", Trouble.of(Kind.KEY_REVOKED), TASK));
        return rows;
    }

    private static List<FaultRow> untrueAnswers() {
        return List.of(
                once("200 with an error", Trouble.of(Kind.ERROR_BODY), CONVERGED),
                always("200 with an error", Trouble.of(Kind.ERROR_BODY), TASK),
                once("200, not applied", Trouble.of(Kind.NOT_APPLIED), CONVERGED),
                always("200, not applied", Trouble.of(Kind.NOT_APPLIED), TASK),
                FaultRow.of(
                        "200, not applied, to be blocked, once",
                        BLOCKED,
                        CONVERGED,
                        "mailbox.password",
                        1,
                        Trouble.of(Kind.NOT_APPLIED)),
                FaultRow.of(
                        "200, not applied, to be blocked, always",
                        BLOCKED,
                        TASK,
                        "mailbox.password",
                        0,
                        Trouble.of(Kind.NOT_APPLIED)),
                once("200, applied 2 s late", Trouble.of(Kind.LATE, Duration.ofSeconds(2)), CONVERGED),
                FaultRow.of(
                        "200, applied at the 2nd read",
                        BLOCKED,
                        CONVERGED,
                        "mailbox.password",
                        1,
                        Trouble.lateByReads(2)),
                FaultRow.of(
                        "password changed, not blocked, once",
                        BLOCKED,
                        CONVERGED,
                        "mailbox.password",
                        1,
                        Trouble.without("enabled")),
                FaultRow.of(
                        "password changed, not blocked, always",
                        BLOCKED,
                        TASK,
                        "mailbox.password",
                        0,
                        Trouble.without("enabled")));
    }

    private static List<FaultRow> unreadableAnswers(String elsewhere) {
        return List.of(
                once("half an answer, applied", Trouble.of(Kind.TRUNCATED), CONVERGED),
                reads("half an answer", Trouble.of(Kind.TRUNCATED)),
                once("10 MB, applied", Trouble.of(Kind.HUGE), CONVERGED),
                reads("10 MB", Trouble.of(Kind.HUGE)),
                reads("nested 100,000 deep", Trouble.of(Kind.DEEP)),
                once("HTML, applied", Trouble.of(Kind.WRONG_TYPE), CONVERGED),
                reads("HTML", Trouble.of(Kind.WRONG_TYPE)),
                once("a byte a second, applied", Trouble.of(Kind.SLOW, Duration.ofSeconds(1)), CONVERGED),
                once("redirected to another host", Trouble.redirect(elsewhere), CONVERGED),
                always("redirected to another host", Trouble.redirect(elsewhere), TASK));
    }

    private static List<FaultRow> logins() {
        return List.of(
                FaultRow.of(
                        "IMAP refuses the new password, once", OPEN, CONVERGED, "imap.login", 1, Trouble.status(400)),
                FaultRow.of("IMAP refuses the new password, always", OPEN, TASK, "imap.login", 0, Trouble.status(400)),
                FaultRow.of(
                        "IMAP hangs at the login", OPEN, TASK, "imap.login", 0, Trouble.of(Kind.NO_ANSWER, TOO_LONG)),
                FaultRow.of("SMTP cuts the login off", OPEN, TASK, "smtp.login", 0, Trouble.of(Kind.CUT)));
    }
}
