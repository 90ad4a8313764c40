package org.zhuqi.platform.documents;

import org.zhuqi.platform.shared.Refusal;

/** Why a file is not taken, in words. */
final class DocumentRefusals {
  private static final String FIELD = "file";

  private DocumentRefusals() {}

  static Refusal empty() {
    return Refusal.of("document_empty", "文件是空的。", "The file is empty.")
        .remedy("请重新选择文件。", "Choose the file again.")
        .at(FIELD);
  }

  static Refusal tooLarge(long limit) {
    long megabytes = limit / (1024 * 1024);
    return Refusal.of(
            "document_too_large",
            "文件超过 %d MB 的上限。".formatted(megabytes),
            "The file is larger than the limit of %d MB.".formatted(megabytes))
        .remedy("请压缩图片、降低扫描分辨率或拆分文件后再上传。", "Scan at a lower resolution or split the file, then upload again.")
        .at(FIELD);
  }

  static Refusal name(String name) {
    return Refusal.of("document_name", "文件名“" + name + "”无法使用。", "The file name \"" + name + "\" cannot be used.")
        .remedy("请改名后再上传，例如“社保证明.pdf”。", "Rename the file, for example to \"insurance.pdf\".")
        .at(FIELD);
  }

  static Refusal type() {
    return Refusal.of("document_type", "不接受这种文件。", "Files of this kind are not taken.")
        .remedy("请上传 PDF、JPG、PNG、OFD、XLSX 或 XML 文件。", "Upload a PDF, JPG, PNG, OFD, XLSX or XML file.")
        .at(FIELD);
  }

  static Refusal disguised(FileType named, String found) {
    return Refusal.of(
            "document_disguised",
            "文件名说它是 %s，内容却不是（识别为 %s）。".formatted(named, found),
            "The name says %s, but the content is not (it looks like %s).".formatted(named, found))
        .remedy("请用原来的程序打开，另存为 %s 后再上传。".formatted(named), "Open it in its own program, save it as %s and upload that.".formatted(named))
        .at(FIELD);
  }

  static Refusal broken(FileType type) {
    return Refusal.of("document_broken", "这个 %s 文件不完整或已损坏。".formatted(type), "This %s file is incomplete or damaged.".formatted(type))
        .remedy("请在本机确认文件能打开后重新上传。", "Check that it opens on your computer, then upload it again.")
        .at(FIELD);
  }

  static Refusal bomb() {
    return Refusal.of(
            "document_bomb",
            "文件展开后大得异常，出于安全不予接收。",
            "The file unpacks to an abnormal size and is not taken, for safety.")
        .remedy("请另存为普通文件，或导出为 PDF 后上传。", "Save it again as an ordinary file, or upload a PDF of it.")
        .at(FIELD);
  }

  static Refusal xml() {
    return Refusal.of(
            "document_xml",
            "XML 含有文档类型声明（DTD）或外部实体，出于安全不予接收。",
            "The XML contains a document type declaration (DTD) or external entities and is not taken, for safety.")
        .remedy("请上传开票平台导出的原始 XML 文件。", "Upload the original XML file as the invoicing platform exported it.")
        .at(FIELD);
  }

  static Refusal issuedInFuture() {
    return Refusal.of("issued_in_future", "出具日期不能晚于今天。", "The date of the paper cannot lie in the future.").at("issued");
  }

  static Refusal datesReversed() {
    return Refusal.of("dates_reversed", "有效期截止日早于出具日期。", "The last day lies before the date of the paper.")
        .remedy("请核对这两个日期。", "Check both dates.")
        .at("expires");
  }

  static Refusal macros() {
    return Refusal.of("document_macros", "表格中含有宏，不予接收。", "The workbook contains macros and is not taken.")
        .remedy("请另存为不含宏的 XLSX。", "Save it as an XLSX without macros.")
        .at(FIELD);
  }
}
