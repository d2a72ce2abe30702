package org.mailboxremediation.app.walk;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Scans that were made this moment. */
final class Scans {

    private Scans() {}

    static String now() {
        return Clock.systemUTC().instant().toString();
    }

    /** What a program posts. */
    static Map<String, Object> posted(String verdict, String signaturesDate, String... findings) {
        String now = now();
        return Map.of(
                "verdict", verdict,
                "tool", "Scanner 1.0",
                "signaturesDate", signaturesDate,
                "startedAt", now,
                "finishedAt", now,
                "filesScanned", 1000,
                "findings", List.of(findings));
    }

    /** What a person fills in for a clean one. */
    static Map<String, Object> attestedClean() {
        String now = now();
        return Map.of(
                "verdict",
                "CLEAN",
                "tool",
                "Scanner 1.0",
                "signaturesDate",
                now.substring(0, 10),
                "startedAt",
                now,
                "finishedAt",
                now,
                "filesScanned",
                1000);
    }
}
