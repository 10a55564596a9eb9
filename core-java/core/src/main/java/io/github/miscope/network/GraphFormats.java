package io.github.miscope.network;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.commons.csv.CSVFormat;

/** Graphs as text. */
final class GraphFormats {

  private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

  private static final CSVFormat CSV = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private static final int REPLACEMENT = 0xFFFD;

  private GraphFormats() {}

  static void csv(InformationGraph graph, Appendable out) throws IOException {
    CSV.printRecord(out, "x", "y", "weight", "mi_nats");
    for (GraphEdge edge : graph.edges()) {
      CSV.printRecord(
          out,
          graph.names().get(edge.x()),
          graph.names().get(edge.y()),
          Double.toString(edge.weight()),
          Double.toString(edge.nats()));
    }
  }

  static void graphMl(InformationGraph graph, OutputStream out) throws IOException {
    try {
      String utf8 = StandardCharsets.UTF_8.name();
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, utf8);
      xml.writeStartDocument(utf8, "1.0");
      xml.writeStartElement("graphml");
      xml.writeDefaultNamespace(NAMESPACE);
      key(xml, "name", "node", "string");
      key(xml, "weight", "edge", "double");
      key(xml, "mi_nats", "edge", "double");
      xml.writeStartElement("graph");
      xml.writeAttribute("id", "G");
      xml.writeAttribute("edgedefault", "undirected");
      for (int j = 0; j < graph.names().size(); j++) {
        xml.writeStartElement("node");
        xml.writeAttribute("id", "n" + j);
        data(xml, "name", graph.names().get(j));
        xml.writeEndElement();
      }
      for (GraphEdge edge : graph.edges()) {
        xml.writeStartElement("edge");
        xml.writeAttribute("source", "n" + edge.x());
        xml.writeAttribute("target", "n" + edge.y());
        data(xml, "weight", Double.toString(edge.weight()));
        data(xml, "mi_nats", Double.toString(edge.nats()));
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException("cannot write GraphML: " + e.getMessage(), e);
    }
  }

  private static void key(XMLStreamWriter xml, String name, String of, String type)
      throws XMLStreamException {
    xml.writeStartElement("key");
    xml.writeAttribute("id", name);
    xml.writeAttribute("for", of);
    xml.writeAttribute("attr.name", name);
    xml.writeAttribute("attr.type", type);
    xml.writeEndElement();
  }

  private static void data(XMLStreamWriter xml, String key, String value)
      throws XMLStreamException {
    xml.writeStartElement("data");
    xml.writeAttribute("key", key);
    xml.writeCharacters(allowed(value));
    xml.writeEndElement();
  }

  /** XML 1.0 has no place for most control characters, nor for half a pair of surrogates. */
  private static String allowed(String text) {
    StringBuilder allowed = new StringBuilder();
    text.codePoints()
        .map(
            c ->
                c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000
                    ? c
                    : REPLACEMENT)
        .forEach(allowed::appendCodePoint);
    return allowed.toString();
  }
}
