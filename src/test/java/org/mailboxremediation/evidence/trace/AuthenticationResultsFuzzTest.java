package org.mailboxremediation.evidence.trace;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any text as an Authentication-Results or Received-SPF field. */
class AuthenticationResultsFuzzTest {

    @FuzzTest(maxDuration = "30s")
    void readsAnyVerdict(byte[] input) {
        Fuzzing.authenticationResults(input);
    }
}
