package org.mailboxremediation.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.mailboxremediation.mailbox.MailboxProvider;
import org.mailboxremediation.mailbox.ProviderFailure;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;

/** Lets a test take the provider's API away, so that one application shows what happens with it and without it. */
@TestConfiguration(proxyBeanMethods = false)
public class ProviderSwitch implements BeanPostProcessor {

    /** What the provider is to the application. */
    public enum Mode {
        /** It answers. */
        THERE,
        /** It refuses what is written, and answers nothing that is read. */
        AWAY,
        /** There is no API, as with {@code remediation.provider=manual}. */
        BY_HAND
    }

    private final AtomicReference<Mode> mode = new AtomicReference<>(Mode.THERE);

    public void set(Mode now) {
        mode.set(now);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof MailboxProvider provider
                ? Proxy.newProxyInstance(
                        MailboxProvider.class.getClassLoader(),
                        new Class<?>[] {MailboxProvider.class},
                        (proxy, method, arguments) -> call(provider, method, arguments))
                : bean;
    }

    private Object call(MailboxProvider provider, Method method, Object... arguments) throws Throwable {
        Mode now = mode.get();
        if (method.getName().equals("byHand")) {
            return now == Mode.BY_HAND;
        }
        if (now == Mode.BY_HAND) {
            throw new ProviderFailure.ByHand();
        }
        if (now == Mode.AWAY) {
            throw method.getName().startsWith("change")
                    ? new ProviderFailure.RequestRejected(400)
                    : new ProviderFailure.Unavailable("away", Duration.ofSeconds(1));
        }
        try {
            return method.invoke(provider, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
