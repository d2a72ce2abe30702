package org.mailboxremediation.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.boot.test.context.TestConfiguration;

/** Remembers which sequence flows were taken: history has the activities, but not the flows. */
@TestConfiguration(proxyBeanMethods = false)
public class FlowRecorder extends AbstractProcessEnginePlugin {

    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final Map<String, Consumer<String>> meanwhile = new ConcurrentHashMap<>();

    /** The flows taken so far, as {@code ProcessKey/Flow_Id}. */
    public Set<String> taken() {
        return Set.copyOf(taken);
    }

    /**
     * Lets something happen to that case at the very moment it takes the flow, once, in the same transaction: what another
     * person may do between a check and the step it allows.
     */
    public void whenTaken(String flow, String incidentId, Consumer<String> happens) {
        meanwhile.put(flow + " " + incidentId, happens);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(new ListenToFlows(this::record));
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    private void record(DelegateExecution execution, String flow) {
        String process = execution
                .getProcessDefinitionId()
                .substring(0, execution.getProcessDefinitionId().indexOf(':'));
        taken.add(process + "/" + flow);
        Consumer<String> happens = meanwhile.remove(flow + " " + execution.getProcessBusinessKey());
        if (happens != null) {
            happens.accept(execution.getProcessBusinessKey());
        }
    }

    /** Hears of a flow while it is taken. */
    private interface FlowListener {
        void taken(DelegateExecution execution, String flow);
    }

    private static final class ListenToFlows extends AbstractBpmnParseListener {

        private final FlowListener listener;

        ListenToFlows(FlowListener listener) {
            this.listener = listener;
        }

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
            ExecutionListener heard = execution -> listener.taken(execution, flow.getId());
            flow.addListener(ExecutionListener.EVENTNAME_TAKE, heard);
        }
    }
}
