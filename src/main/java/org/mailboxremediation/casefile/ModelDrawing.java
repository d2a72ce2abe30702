package org.mailboxremediation.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.casefile.pdf.Drawing;
import org.mailboxremediation.casefile.pdf.Printable;

/** Makes a drawing from a model's diagram interchange. */
final class ModelDrawing {

    private static final int LONGEST_NAME = 80;

    private ModelDrawing() {}

    /**
     * Draws.
     *
     * @param runs how often the model was run in the case
     * @param passed how often each of its activities was passed
     */
    static Drawing of(BpmnModelInstance model, @Nullable String name, int runs, Map<String, Integer> passed) {
        List<Drawing.Node> nodes = new ArrayList<>();
        for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
            if (shape.getBpmnElement() instanceof FlowElement element) {
                nodes.add(node(element, shape.getBounds(), passed));
            }
        }
        List<Drawing.Edge> edges = new ArrayList<>();
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            if (edge.getBpmnElement() instanceof SequenceFlow flow) {
                edges.add(edge(flow, edge, passed));
            }
        }
        String title = "Path taken: " + name(name);
        String legend = (runs == 1 ? "" : "All " + runs + " runs in one drawing. ")
                + "Green: what was passed, with how often where more than once. Grey: what was not. "
                + "A flow is green where both its ends were passed.";
        return new Drawing(title, legend, nodes, edges);
    }

    private static Drawing.Node node(FlowElement element, Bounds bounds, Map<String, Integer> passed) {
        return new Drawing.Node(
                form(element),
                name(element.getName()),
                bounds.getX().floatValue(),
                bounds.getY().floatValue(),
                bounds.getWidth().floatValue(),
                bounds.getHeight().floatValue(),
                passed.getOrDefault(element.getId(), 0));
    }

    private static Drawing.Edge edge(SequenceFlow flow, BpmnEdge edge, Map<String, Integer> passed) {
        List<Float> points = new ArrayList<>();
        edge.getWaypoints().forEach(point -> {
            points.add(point.getX().floatValue());
            points.add(point.getY().floatValue());
        });
        boolean taken = isPassed(flow.getSource(), passed) && isPassed(flow.getTarget(), passed);
        return new Drawing.Edge(name(flow.getName()), points, taken);
    }

    private static boolean isPassed(BaseElement element, Map<String, Integer> passed) {
        return passed.containsKey(element.getId());
    }

    private static Drawing.Form form(FlowElement element) {
        if (element instanceof EndEvent) {
            return Drawing.Form.END_EVENT;
        }
        if (element instanceof Event) {
            return Drawing.Form.EVENT;
        }
        if (element instanceof Gateway) {
            return Drawing.Form.GATEWAY;
        }
        return element instanceof SubProcess || !(element instanceof Activity)
                ? Drawing.Form.CONTAINER
                : Drawing.Form.TASK;
    }

    private static String name(@Nullable String name) {
        return name == null ? "" : Printable.of(name, LONGEST_NAME);
    }
}
