package org.zhuqi.platform.documents.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.documents.Document;

/**
 * One paper to choose from.
 *
 * @param fits it was uploaded as the material that is asked for
 * @param until last day on which it counts as that material, or null
 */
public record PaperOption(Document document, boolean fits, boolean chosen, @Nullable LocalDate until) {}
