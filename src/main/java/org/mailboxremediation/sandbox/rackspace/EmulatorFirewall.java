package org.mailboxremediation.sandbox.rackspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Spring Security's strict firewall, which lets an encoded percent sign through to the emulated API alone: list entries
 * such as {@code 203.0.113.%} travel in its paths.
 */
@SandboxComponent
final class EmulatorFirewall implements HttpFirewall {

    private final StrictHttpFirewall strict = new StrictHttpFirewall();
    private final StrictHttpFirewall emulator = new StrictHttpFirewall();

    EmulatorFirewall() {
        emulator.setAllowUrlEncodedPercent(true);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        String prefix = request.getContextPath() + Emulator.PREFIX + "/";
        return (request.getRequestURI().startsWith(prefix) ? emulator : strict).getFirewalledRequest(request);
    }

    @Override
    public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
        return strict.getFirewalledResponse(response);
    }
}
