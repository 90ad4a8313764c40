package org.zhuqi.platform.documents;

import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.zhuqi.platform.shared.Refusal;

/** Reads XML to its end without ever following a document type, an entity or a reference to elsewhere. */
public final class HardenedXml {
  // Real papers stay below 20; the parser has a limit of its own, above this, which it reports like any other fault.
  private static final int DEEPEST = 60;
  /** As a spreadsheet counts: columns A to XFD, rows 1 to 1048576. */
  private static final Pattern CELL = Pattern.compile("(?:[A-Z]{1,2}|[A-W][A-Z]{2}|X[A-E][A-Z]|XF[A-D])[1-9][0-9]{0,6}");
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

  /** Whether a part of a workbook may be read: for rooms that read workbooks which are not kept as documents. */
  public static boolean isSound(InputStream partOfWorkbook) {
    return check(partOfWorkbook, FileType.XLSX).isEmpty();
  }

  /** Empty when well formed, free of document types and, within a workbook, of cells outside every sheet. */
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
            if (++depth > DEEPEST || within == FileType.XLSX && isBeyond(reader)) return Optional.of(DocumentRefusals.bomb());
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

  /** Whoever reads a cell that claims to lie outside every sheet makes room for all the cells before it. */
  private static boolean isBeyond(XMLStreamReader at) {
    if (!at.getLocalName().equals("c")) return false;
    String cell = at.getAttributeValue(null, "r");
    return cell != null && !CELL.matcher(cell).matches();
  }
}
