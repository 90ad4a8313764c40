package org.zhuqi.platform.documents;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where files lie and how large they may be.
 *
 * @param home a folder that all instances share
 * @param maxSize of one file
 * @param maxUnpacked of everything inside one packed file (XLSX, OFD)
 * @param maxEntries files inside one packed file
 */
@ConfigurationProperties("zhuqi.documents")
record DocumentSettings(
    Path home,
    @DefaultValue("20MB") DataSize maxSize,
    @DefaultValue("100MB") DataSize maxUnpacked,
    @DefaultValue("2000") int maxEntries) {}
