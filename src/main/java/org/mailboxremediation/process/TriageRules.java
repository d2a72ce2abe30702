package org.mailboxremediation.process;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.DecisionService;
import org.mailboxremediation.incident.AccessBefore;
import org.mailboxremediation.incident.LockOut;
import org.mailboxremediation.incident.RiskFactor;
import org.mailboxremediation.incident.Severity;
import org.mailboxremediation.incident.Symptom;
import org.mailboxremediation.incident.Triage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Asks {@code triage.dmn}. Total (promise P2): an error, an answer outside the vocabulary or more than two seconds mean
 * critical and blocked. Runs on a thread of its own, so that a failing table cannot spoil the caller's transaction.
 */
@Component
public final class TriageRules implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(TriageRules.class);
    private static final Duration BOX = Duration.ofSeconds(2);
    private static final Triage WORST = new Triage(Severity.CRITICAL, LockOut.CHANGE_PASSWORD_AND_BLOCK);

    /** The table is deployed with this program and asks nothing else: at most 24,573 questions, and few in fact. */
    private final Map<Question, Triage> answers = new ConcurrentHashMap<>();

    private final DecisionService decisions;
    private final ExecutorService threads = Executors.newCachedThreadPool(r -> {
        Thread thread = new Thread(r, "triage");
        thread.setDaemon(true);
        return thread;
    });

    TriageRules(DecisionService decisions) {
        this.decisions = decisions;
    }

    /** How severe the case is and what the lock-out does. Never fails. */
    public Triage assess(Set<Symptom> symptoms, Set<RiskFactor> riskFactors, AccessBefore access) {
        Question question = new Question(symptoms, riskFactors, access);
        Triage known = answers.get(question);
        return known == null ? ask(question) : known;
    }

    private Triage ask(Question question) {
        return CompletableFuture.supplyAsync(() -> evaluate(question), threads)
                .completeOnTimeout(WORST, BOX.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(TriageRules::worst)
                .join();
    }

    private Triage evaluate(Question question) {
        Map<String, Object> row = decisions
                .evaluateDecisionTableByKey("triage", question.variables())
                .getSingleResult()
                .getEntryMap();
        Triage answer = new Triage(
                Severity.valueOf(String.valueOf(row.get("severity")).toUpperCase(Locale.ROOT)),
                LockOut.valueOf(String.valueOf(row.get("lockOut"))));
        answers.put(question, answer);
        return answer;
    }

    private static Triage worst(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        LOG.error(
                "Triage failed ({}); the case is treated as critical.",
                cause.getClass().getSimpleName());
        return WORST;
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    private record Question(Set<Symptom> symptoms, Set<RiskFactor> riskFactors, AccessBefore access) {

        Map<String, Object> variables() {
            return Map.of("symptoms", names(symptoms), "riskFactors", names(riskFactors), "access", access.name());
        }

        private static List<String> names(Set<? extends Enum<?>> values) {
            Set<String> names = new TreeSet<>();
            values.forEach(v -> names.add(v.name()));
            return List.copyOf(names);
        }
    }
}
