package org.mailboxremediation.webapp;

import jakarta.servlet.ServletContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** The application's beans, for what Camunda makes itself. */
public final class Beans {

    private Beans() {}

    /** The application's one bean of that type. */
    public static <T> T of(ServletContext context, Class<T> type) {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(context)
                .getBean(type);
    }
}
