package org.mailboxremediation.evidence.trace;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any text as one Received line. */
class ReceivedLineFuzzTest {

    @FuzzTest(maxDuration = "30s")
    void readsAnyLine(byte[] input) {
        Fuzzing.receivedLine(input);
    }
}
