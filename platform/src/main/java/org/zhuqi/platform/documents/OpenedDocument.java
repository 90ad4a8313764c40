package org.zhuqi.platform.documents;

import java.nio.file.Path;

/** A document that the caller may read, and the file that holds its content. */
public record OpenedDocument(Document document, Path file) {}
