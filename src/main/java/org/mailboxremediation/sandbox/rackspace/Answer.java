package org.mailboxremediation.sandbox.rackspace;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a call answers.
 *
 * @param status the HTTP status
 * @param xmlRoot the root element if the caller wants XML
 * @param body the content; null members aside, it is the same in JSON and XML; empty for none
 */
record Answer(int status, String xmlRoot, ObjectNode body) {

    /** What every write answers: 200 and nothing. */
    static final Answer DONE = new Answer(200, "", JsonNodeFactory.instance.objectNode());

    static Answer of(String xmlRoot, ObjectNode body) {
        return new Answer(200, xmlRoot, body);
    }

    static Answer of(Fault fault) {
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("message", fault.text());
        if (!fault.additionalData().isEmpty()) {
            ObjectNode more = content.putObject("additionalData");
            fault.additionalData().forEach(more::put);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().set(fault.kind(), content);
        return new Answer(fault.status(), "fault", body);
    }

    /** The same content under another status. */
    Answer withStatus(int other) {
        return new Answer(other, xmlRoot, body);
    }
}
