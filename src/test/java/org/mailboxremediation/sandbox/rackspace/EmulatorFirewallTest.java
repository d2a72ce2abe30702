package org.mailboxremediation.sandbox.rackspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;

class EmulatorFirewallTest {

    private final EmulatorFirewall firewall = new EmulatorFirewall();

    @Test
    void wildcardsReachTheEmulator() {
        assertThat(firewall.getFirewalledRequest(
                        request("/sandbox/rackspace/v1/domains/d/spam/ipblocklist/192.0.2.%25")))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/incidents/%25", "/sandbox/rackspace/../../api", "/sandbox/rackspacex/%25"})
    void everythingElseStaysStrict(String path) {
        assertThatThrownBy(() -> firewall.getFirewalledRequest(request(path)))
                .isInstanceOf(RequestRejectedException.class);
    }

    private static MockHttpServletRequest request(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        return request;
    }
}
