package org.mailboxremediation.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The questions that one piece of work asks a database. */
public final class Selects extends AppenderBase<ILoggingEvent> {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);

    private final Thread asking = Thread.currentThread();
    private final List<String> heard = new ArrayList<>();

    private Selects() {}

    /** What this thread asked meanwhile, in the order asked. */
    public static List<String> during(Runnable work) {
        Selects selects = new Selects();
        selects.start();
        LOG.addAppender(selects);
        LOG.setAdditive(false);
        LOG.setLevel(Level.DEBUG);
        try {
            work.run();
        } finally {
            LOG.setLevel(null);
            LOG.setAdditive(true);
            LOG.detachAppender(selects);
        }
        return selects.heard;
    }

    /** Called by whoever asks: applications of other tests may be running. */
    @Override
    protected void append(ILoggingEvent event) {
        if (Thread.currentThread().equals(asking) && event.getFormattedMessage().contains("[select")) {
            heard.add(event.getFormattedMessage());
        }
    }
}
