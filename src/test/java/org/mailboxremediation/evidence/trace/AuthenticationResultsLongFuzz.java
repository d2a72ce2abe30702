package org.mailboxremediation.evidence.trace;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/** {@link AuthenticationResultsFuzzTest} for ten minutes: the duration must be a constant. */
@Tag("long-fuzz")
class AuthenticationResultsLongFuzz {

    @FuzzTest(maxDuration = "10m")
    void readsAnyVerdict(byte[] input) {
        Fuzzing.authenticationResults(input);
    }
}
