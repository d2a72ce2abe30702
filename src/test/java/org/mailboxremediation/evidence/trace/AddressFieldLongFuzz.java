package org.mailboxremediation.evidence.trace;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/** {@link AddressFieldFuzzTest} for ten minutes: the duration must be a constant. */
@Tag("long-fuzz")
class AddressFieldLongFuzz {

    @FuzzTest(maxDuration = "10m")
    void readsAnyField(byte[] input) {
        Fuzzing.addressField(input);
    }
}
