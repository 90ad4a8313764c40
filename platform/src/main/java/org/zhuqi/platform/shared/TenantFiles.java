package org.zhuqi.platform.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What differs from city to city and is no regulation: areas, agencies, funders. Small tables of text.
 *
 * <p>Read from {@code zhuqi.home/tenants/<tenant>/<name>.csv} if the installation has one there, else from the jar. A line
 * is fields separated by commas; lines that begin with {@code #} are for people.
 */
@Component
public class TenantFiles {
  private final Path home;
  private final Map<String, List<List<String>>> read = new ConcurrentHashMap<>();

  TenantFiles(@Value("${zhuqi.home:.data}") Path home) {
    this.home = home;
  }

  /**
   * The rows of a table of the current tenant.
   *
   * @throws IllegalStateException naming the file, when it is missing or a line has another number of fields
   */
  public List<List<String>> rows(String name, int fields) {
    String file = "tenants/" + Tenancy.current() + "/" + name + ".csv";
    return read.computeIfAbsent(file, f -> parse(f, fields));
  }

  private List<List<String>> parse(String file, int fields) {
    List<List<String>> rows =
        text(file).lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> List.of(line.split(",", -1)).stream().map(String::strip).toList())
            .toList();
    for (List<String> row : rows) {
      if (row.size() != fields) {
        throw new IllegalStateException(file + ": " + String.join(",", row) + ": " + fields + " fields are needed");
      }
    }
    return rows;
  }

  private String text(String file) {
    try {
      Path own = home.resolve(file);
      if (Files.exists(own)) return Files.readString(own);
      try (InputStream in = TenantFiles.class.getClassLoader().getResourceAsStream(file)) {
        if (in == null) {
          throw new IllegalStateException(file + " is missing: put it into " + home + " (areas, agencies, funders of the city)");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
