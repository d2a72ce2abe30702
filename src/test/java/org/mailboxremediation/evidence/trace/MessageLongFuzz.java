package org.mailboxremediation.evidence.trace;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@link MessageFuzzTest} for ten minutes: the duration must be a constant. */
class MessageLongFuzz {

    @FuzzTest(maxDuration = "10m")
    void readsOrRefuses(byte[] input) {
        Fuzzing.message(input);
    }
}
