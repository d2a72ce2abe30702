package org.mailboxremediation.evidence.trace;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/** {@link MessageFuzzTest} for ten minutes: the duration must be a constant. */
@Tag("long-fuzz")
class MessageLongFuzz {

    @FuzzTest(maxDuration = "10m")
    void readsOrRefuses(byte[] input) {
        Fuzzing.message(input);
    }
}
