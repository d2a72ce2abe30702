package org.mailboxremediation.evidence.trace;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any text as an address field. */
class AddressFieldFuzzTest {

    @FuzzTest(maxDuration = "30s")
    void readsAnyField(byte[] input) {
        Fuzzing.addressField(input);
    }
}
