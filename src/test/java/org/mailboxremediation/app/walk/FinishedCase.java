package org.mailboxremediation.app.walk;

import java.util.List;
import java.util.Map;

/** A case that went through all five steps: an infected laptop, a second change, a source that was blocked. */
final class FinishedCase {

    /** A device's name that would be more than a name if a page took it for HTML, and that turns what follows around. */
    static final String HOSTILE = "<img src=x onerror=alert(1)>\u202e";

    private FinishedCase() {}

    static Journey of(Mailbox mailbox) {
        Journey walk = Walk.report(
                mailbox,
                Map.of(
                        "symptoms",
                        List.of("PASSWORD_CHANGED", "COLLEAGUES_RECEIVED"),
                        "riskFactors",
                        List.of("WEAK_PASSWORD"),
                        "owner",
                        Map.of("name", "Alice Example", "contact", "+1 555 0100"),
                        "colleagues",
                        List.of("bob@example.com"),
                        "devices",
                        List.of(Walk.laptop(), Walk.device(HOSTILE))));
        Steps.cleanedScan(Steps.listed(walk), "Laptop").attest(HOSTILE, Scans.attestedClean());
        walk.leadSubmits("UserTask_ConfirmScan", Map.of("answer", "CONFIRM", "reason", "seen on its screen"));
        Steps.message(Steps.complete(walk), "billing@accounts-check.example.org", "203.0.113.77");
        walk.submit(SourceWalks.JUDGE, Map.of("wasSource", "yes", "reason", "its attachment was opened"));
        walk.submit(
                SourceWalks.CONFIRM,
                Map.of(
                        "entries",
                        walk.choices(SourceWalks.CONFIRM, "blockChoices"),
                        "reason",
                        "no partner uses this address"));
        Steps.toTheEndAfterTracing(walk);
        return walk;
    }
}
