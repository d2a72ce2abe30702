package org.mailboxremediation.sandbox.rackspace;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** Cuts connections: the servlet API can only answer, so that each request is given a knife by the server itself. */
@SandboxComponent
final class ConnectionCutter implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String KNIFE = ConnectionCutter.class.getName();

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new Knives());
    }

    /** Ends the request's connection without another byte. */
    static void cut(HttpServletRequest request) {
        if (request.getAttribute(KNIFE) instanceof Runnable knife) {
            knife.run();
        }
    }

    private static final class Knives extends ValveBase {

        Knives() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (request.getRequestURI().contains(Emulator.PREFIX)) {
                Runnable knife = () -> response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
                request.setAttribute(KNIFE, knife);
            }
            getNext().invoke(request, response);
        }
    }
}
