package org.mailboxremediation.evidence.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "IPv6:2001:DB8::1, 2001:db8::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "fe80::1%eth0, fe80::1",
        "::, ::",
        "1::, 1::",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221"
    })
    void printsAsRfc5952Says(String given, String printed) {
        assertThat(IpAddress.parse(given)).map(IpAddress::toString).contains(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.256",
                "01.2.3.4",
                "1.2.3.4.5",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "g::1",
                "host",
                "1:2:3:4:5:6:7::8:9",
                "2001:db8:x@y:cafe::f1"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }

    @Test
    void knowsItsOwnNetworks() {
        OwnNetworks own = OwnNetworks.of(List.of("198.51.100.0/25", "2001:db8:1::/48"));

        assertThat(own.contains(address("198.51.100.127"))).isTrue();
        assertThat(own.contains(address("198.51.100.128"))).isFalse();
        assertThat(own.contains(address("2001:db8:1:ffff::1"))).isTrue();
        assertThat(own.contains(address("2001:db8:2::1"))).isFalse();
        assertThat(own.contains(address("100.127.255.255"))).isTrue();
        assertThat(own.contains(address("172.32.0.1"))).isFalse();
        assertThat(own.contains(address("::1"))).isTrue();
    }

    @Test
    void knowsExceptionsAndServicesByName() {
        OwnNetworks own = OwnNetworks.of(List.of("!198.51.100.7", "198.51.100.0/24", "microsoft-365", "rackspace"));

        assertThat(own.contains(address("198.51.100.7"))).isFalse();
        assertThat(own.contains(address("198.51.100.8"))).isTrue();
        assertThat(own.contains(address("2603:10b6:1::1"))).isTrue();
        assertThat(own.containsAll(AddressBlock.parse("198.51.100.0/25"))).isFalse();
        assertThat(own.containsAll(AddressBlock.parse("198.51.100.128/25"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.0/33", "2001:db8::/129", "198.51.100.0/x", "example.com", "1.2.3.4/"})
    void refusesWhatIsNoNetwork(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> OwnNetworks.of(List.of(text)));
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }
}
