package org.mailboxremediation.evidence.trace;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes as a message: nothing is thrown, nothing takes long, and what is shown is plain text. */
class MessageFuzzTest {

    @FuzzTest(maxDuration = "30s")
    void readsOrRefuses(byte[] input) {
        Fuzzing.message(input);
    }
}
