package org.mailboxremediation.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceIdentityTest {

    @Test
    void lettersAndBlanksMakeNoDifference() {
        assertThat(DeviceIdentity.key(" SN-7x ")).isEqualTo("sn-7x").isEqualTo(DeviceIdentity.key("sn-7X"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "n/a", "unknown", "-", "7", "none"})
    void whatIsTypedWhereThereIsNoneNamesNoDevice(String typed) {
        assertThat(DeviceIdentity.key(typed)).isNull();
    }
}
