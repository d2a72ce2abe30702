package org.mailboxremediation.evidence.trace;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@link AuthenticationResultsFuzzTest} for ten minutes: the duration must be a constant. */
class AuthenticationResultsLongFuzz {

    @FuzzTest(maxDuration = "10m")
    void readsAnyVerdict(byte[] input) {
        Fuzzing.authenticationResults(input);
    }
}
