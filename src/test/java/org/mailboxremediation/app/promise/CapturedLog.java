package org.mailboxremediation.app.promise;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** A log file of all that is said meanwhile: ours at every level, everybody else's from DEBUG. */
final class CapturedLog implements AutoCloseable {

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = context.getLogger("org.mailboxremediation");
    private final Level before = root.getLevel();
    private final Level oursBefore = ours.getLevel();
    private final List<Appender<ILoggingEvent>> silenced = new ArrayList<>();
    private final FileAppender<ILoggingEvent> file = new FileAppender<>();
    private final Path path;

    CapturedLog() {
        try {
            path = Files.createTempFile("mailbox-remediation", ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        root.iteratorForAppenders().forEachRemaining(silenced::add);
        silenced.forEach(root::detachAppender);
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%level %logger %msg %ex%n");
        encoder.start();
        file.setContext(context);
        file.setEncoder(encoder);
        file.setFile(path.toString());
        file.start();
        root.addAppender(file);
        root.setLevel(Level.DEBUG);
        ours.setLevel(Level.TRACE);
    }

    byte[] content() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        root.detachAppender(file);
        file.stop();
        root.setLevel(before);
        ours.setLevel(oursBefore);
        silenced.forEach(root::addAppender);
    }
}
