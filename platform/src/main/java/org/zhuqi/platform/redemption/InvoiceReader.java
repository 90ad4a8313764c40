package org.zhuqi.platform.redemption;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;

/**
 * Reads the XML original of a fully digital invoice (root {@code EInvoice}, as the electronic-voucher accounting standard
 * of the Ministry of Finance lays it out).
 *
 * <p>The file comes from outside, so nothing in it is trusted: no document type, no entities, nothing fetched, and
 * bounds on size, depth and number of elements before anything is kept. Namespaces and unknown elements (signatures,
 * later versions) are passed over; a field that stands twice is refused, because two readers could take different ones.
 */
final class InvoiceReader {
  /** A real invoice has a few kilobytes; item lists of hundreds of lines stay far below. */
  static final int MOST_BYTES = 1 << 20;

  static final int MOST_DEPTH = 32;
  static final int MOST_ELEMENTS = 20_000;
  static final int MOST_TEXT = 4_000;

  private static final Set<String> WANTED =
      Set.of(
          "EInvoice/Header/EIid",
          "EInvoice/Header/InherentLabel/InIssuType/LabelCode",
          "EInvoice/EInvoiceData/SellerInformation/SellerIdNum",
          "EInvoice/EInvoiceData/SellerInformation/SellerName",
          "EInvoice/EInvoiceData/BuyerInformation/BuyerIdNum",
          "EInvoice/EInvoiceData/BuyerInformation/BuyerName",
          "EInvoice/EInvoiceData/BasicInformation/TotalAmWithoutTax",
          "EInvoice/EInvoiceData/BasicInformation/TotalTaxAm",
          "EInvoice/EInvoiceData/BasicInformation/TotalTax-includedAmount",
          "EInvoice/EInvoiceData/BasicInformation/RequestTime",
          "EInvoice/EInvoiceData/AdditionalInformation/Remark",
          "EInvoice/TaxSupervisionInfo/InvoiceNumber",
          "EInvoice/TaxSupervisionInfo/IssueTime");

  private InvoiceReader() {}

  /** The invoice, or everything that is wrong with the file. Never throws for bad input. */
  static Outcome<Invoice> read(byte[] xml) {
    if (xml.length == 0) return Outcome.refused(unreadable("文件为空。", "The file is empty."));
    if (xml.length > MOST_BYTES) {
      return Outcome.refused(
          unreadable("发票文件超过 1 MB，不是数电票原件。", "The file is over 1 MB: no original of an invoice is."));
    }
    try {
      return InvoiceFields.toInvoice(fields(xml));
    } catch (Unsafe e) {
      return Outcome.refused(e.refusal);
    } catch (XMLStreamException | RuntimeException e) {
      // The JDK's parser answers some broken input with unchecked exceptions; either way it is not an invoice.
      return Outcome.refused(
          unreadable("文件不是可读取的 XML，请上传税务平台下载的数电票 XML 原件。",
              "This is not readable XML; upload the XML original as downloaded from the tax platform."));
    }
  }

  private static Map<String, String> fields(byte[] xml) throws XMLStreamException, Unsafe {
    XMLStreamReader reader = hardened().createXMLStreamReader(new ByteArrayInputStream(xml));
    try {
      return walk(reader);
    } finally {
      reader.close();
    }
  }

  private static Map<String, String> walk(XMLStreamReader reader) throws XMLStreamException, Unsafe {
    Map<String, String> found = new HashMap<>();
    Deque<String> paths = new ArrayDeque<>();
    StringBuilder text = new StringBuilder();
    int elements = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.ENTITY_DECLARATION ->
            throw new Unsafe("发票文件含有文档类型或实体声明，已拒收。", "The file declares a document type or entities; refused.");
        case XMLStreamConstants.START_ELEMENT -> {
          if (++elements > MOST_ELEMENTS || paths.size() >= MOST_DEPTH) {
            throw new Unsafe("发票文件结构过大或嵌套过深，已拒收。", "The file is too large or too deep in structure; refused.");
          }
          paths.push(path(paths, reader.getLocalName()));
          text.setLength(0);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            append(text, paths, reader);
        case XMLStreamConstants.END_ELEMENT -> {
          keep(found, paths.pop(), text);
          text.setLength(0);
        }
        default -> {}
      }
    }
    return found;
  }

  private static String path(Deque<String> paths, String name) throws Unsafe {
    if (!paths.isEmpty()) return paths.peek() + "/" + name;
    if (name.equals("EInvoice")) return name;
    throw new Unsafe("文件不是数电票（根元素应为 EInvoice）。", "This is not a fully digital invoice (its root must be EInvoice).");
  }

  private static void append(StringBuilder text, Deque<String> paths, XMLStreamReader reader) throws Unsafe {
    if (paths.isEmpty() || !WANTED.contains(paths.peek())) return;
    if (text.length() + reader.getTextLength() > MOST_TEXT) {
      throw new Unsafe("发票文件中有过长的内容，已拒收。", "A field of the file is far too long; refused.");
    }
    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
  }

  private static void keep(Map<String, String> found, String path, StringBuilder text) throws Unsafe {
    if (!WANTED.contains(path)) return;
    if (found.put(path, text.toString().strip()) != null) {
      throw new Unsafe("发票文件中“" + path + "”出现两次，无法确定以哪个为准。", "\"" + path + "\" stands twice in the file.");
    }
  }

  /** A new one each time: the JDK's factory is not promised to be safe for several threads. */
  private static XMLInputFactory hardened() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is fetched");
        });
    return factory;
  }

  private static Refusal unreadable(String zh, String en) {
    return Refusal.of("invoice_unreadable", zh, en).at("invoice");
  }

  /** A reason to stop reading at once. */
  private static final class Unsafe extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Refusal refusal;

    Unsafe(String zh, String en) {
      super(en);
      this.refusal = unreadable(zh, en);
    }
  }
}
