package org.mailboxremediation.casefile;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;

/**
 * The interpreter of the second verifier. Where it is missing the test is skipped by name, or fails if
 * {@code REMEDIATION_REQUIRE_PYTHON} is {@code true}.
 */
final class Python {

    private static final String REQUIRED = "REMEDIATION_REQUIRE_PYTHON";

    private Python() {}

    static void require() throws InterruptedException {
        try {
            if (new ProcessBuilder("python3", "--version").start().waitFor() == 0) {
                return;
            }
        } catch (IOException absent) {
            // Told below, as a failure or a skip.
        }
        String missing = "python3 is not installed.";
        if (Boolean.parseBoolean(System.getenv(REQUIRED))) {
            fail(missing + " " + REQUIRED + " asks for it.");
        }
        abort(missing);
    }
}
