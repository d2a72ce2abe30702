package org.mailboxremediation.sandbox.rackspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxTest {

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "192.0.2.%", "192.0.%.%", "192.%.%.%"})
    void ipEntriesMayEndInWildcards(String entry) {
        assertThat(Syntax.ip(entry)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%.%.%.%", "192.%.2.1", "192.0.2.0/24", "192.0.2.1-9", "192.0.2", "256.0.2.1", "2001:db8::1", ""
            })
    void otherIpEntriesAreRefused(String entry) {
        assertThat(Syntax.ip(entry)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.example", "@%.example", "@examp%.example", "bounce%@b.example", "@b", "b.example"})
    void senderEntriesAreAddressesOrDomainsWithWildcards(String entry) {
        assertThat(Syntax.sender(entry)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "@%", "%@%", "a b@b.example", "a@b@c", "@", "a@", "a,b@c.example"})
    void otherSenderEntriesAreRefused(String entry) {
        assertThat(Syntax.sender(entry)).isFalse();
    }
}
