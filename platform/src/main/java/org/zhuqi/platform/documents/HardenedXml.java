package org.zhuqi.platform.documents;

import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.zhuqi.platform.shared.Refusal;

/** Reads XML to its end without ever following a document type, an entity or a reference to elsewhere. */
final class HardenedXml {
  // Real papers stay below 20; the parser has a limit of its own, above this, which it reports like any other fault.
  private static final int DEEPEST = 60;
  // The JDK's own parser, whatever else is on the class path: its behaviour is the one that is tested.
  private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

  static {
    FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    FACTORY.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    FACTORY.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("references are not followed");
        });
  }

  private HardenedXml() {}

  /** Empty when well formed and free of document types. */
  static Optional<Refusal> check(InputStream in, FileType within) {
    try {
      XMLStreamReader reader = FACTORY.createXMLStreamReader(in);
      int depth = 0;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
            return Optional.of(DocumentRefusals.xml());
          }
          case XMLStreamConstants.START_ELEMENT -> {
            if (++depth > DEEPEST) return Optional.of(DocumentRefusals.bomb());
          }
          case XMLStreamConstants.END_ELEMENT -> depth--;
          default -> {
            // text, comments: read past
          }
        }
      }
      return Optional.empty();
    } catch (XMLStreamException e) {
      return Optional.of(DocumentRefusals.broken(within));
    }
  }
}
