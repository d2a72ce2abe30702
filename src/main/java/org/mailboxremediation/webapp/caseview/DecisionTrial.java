package org.mailboxremediation.webapp.caseview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.springframework.stereotype.Component;

/** Asks a decision table without leaving a trace, and tells what it looked at. */
@Component
final class DecisionTrial {

    private final FeelEngineFactory expressions = new ScalaFeelEngineFactory();

    /** What the table was given and which of its rules matched. */
    DmnDecisionTableEvaluationEvent of(String decision, DmnModelInstance model, Map<String, Object> question) {
        List<DmnDecisionTableEvaluationEvent> seen = new ArrayList<>();
        DefaultDmnEngineConfiguration settings = new DefaultDmnEngineConfiguration();
        settings.setFeelEngineFactory(expressions);
        settings.setCustomPostDecisionTableEvaluationListeners(List.of(seen::add));
        DmnEngine engine = settings.buildEngine();
        engine.evaluateDecisionTable(decision, model, question);
        return seen.get(0);
    }
}
