package org.zhuqi.platform.documents;

/** File names as people may see them: no folders, no control or direction-changing characters, not endless. */
final class FileNames {
  private static final int LONGEST = 120;

  private FileNames() {}

  static String clean(String given) {
    String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    name = name.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "").strip();
    if (name.length() <= LONGEST) return name;
    int dot = name.lastIndexOf('.');
    String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
    return name.substring(0, LONGEST - ending.length()) + ending;
  }
}
