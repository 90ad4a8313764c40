package org.zhuqi.platform.documents.web;

import org.zhuqi.platform.documents.Document;

/** One paper to choose from. @param fits it was uploaded as the material that is asked for */
public record PaperOption(Document document, boolean fits, boolean chosen, boolean expired) {}
