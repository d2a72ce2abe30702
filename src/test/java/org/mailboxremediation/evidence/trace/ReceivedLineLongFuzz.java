package org.mailboxremediation.evidence.trace;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/** {@link ReceivedLineFuzzTest} for ten minutes: the duration must be a constant. */
@Tag("long-fuzz")
class ReceivedLineLongFuzz {

    @FuzzTest(maxDuration = "10m")
    void readsAnyLine(byte[] input) {
        Fuzzing.receivedLine(input);
    }
}
