package org.mailboxremediation.sandbox.rackspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The XML form of an answer: members become elements, arrays a list of their items. */
final class XmlBody {

    private static final Map<String, String> ITEMS = Map.of(
            "rsMailboxes", "rsMailbox",
            "domains", "domain",
            "aliases", "alias",
            "addresses", "address",
            "emailForwardingAddressList", "emailAddress");

    private XmlBody() {}

    static String of(Answer answer) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("utf-8", "1.0");
            xml.writeStartElement(answer.xmlRoot());
            xml.writeDefaultNamespace("urn:xml:" + answer.xmlRoot());
            members(xml, answer.body());
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an answer that XML cannot hold", e);
        }
        return text.toString();
    }

    private static void members(XMLStreamWriter xml, JsonNode object) throws XMLStreamException {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            element(xml, member.getKey(), member.getValue());
        }
    }

    private static void element(XMLStreamWriter xml, String name, JsonNode value) throws XMLStreamException {
        if (value.isArray() && !ITEMS.containsKey(name)) {
            items(xml, name, value);
            return;
        }
        xml.writeStartElement(name);
        if (value.isArray()) {
            items(xml, ITEMS.getOrDefault(name, name), value);
        } else if (value.isObject()) {
            members(xml, value);
        } else {
            xml.writeCharacters(value.asText().replaceAll("[^\\t\\n\\r\\x20-\\ufffd]", " "));
        }
        xml.writeEndElement();
    }

    private static void items(XMLStreamWriter xml, String name, JsonNode array) throws XMLStreamException {
        for (JsonNode item : array) {
            element(xml, name, item);
        }
    }
}
