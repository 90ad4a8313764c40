package org.zhuqi.platform.web.request;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;

/** What makes two requests the same: method, address, fields and files; not the key, and not the form's token. */
final class RequestDigest {
  private final MessageDigest digest;

  private RequestDigest() {
    this.digest = sha256();
  }

  /** Of a form, with or without files. */
  static byte[] ofForm(HttpServletRequest request, boolean multipart) throws IOException, ServletException {
    RequestDigest d = start(request);
    for (Map.Entry<String, String[]> field : new TreeMap<>(request.getParameterMap()).entrySet()) {
      if (field.getKey().equals(IdempotencyFilter.FIELD) || field.getKey().equals("_csrf")) continue;
      d.add(field.getKey());
      for (String value : field.getValue()) d.add(value);
    }
    if (multipart) {
      for (Part part : request.getParts()) {
        if (part.getSubmittedFileName() != null) d.addFile(part);
      }
    }
    return d.digest.digest();
  }

  static byte[] ofBody(HttpServletRequest request, byte[] body) {
    RequestDigest d = start(request);
    d.digest.update(body);
    return d.digest.digest();
  }

  private static RequestDigest start(HttpServletRequest request) {
    RequestDigest d = new RequestDigest();
    d.add(request.getMethod());
    d.add(request.getRequestURI());
    String query = request.getQueryString();
    d.add(query == null ? "" : query);
    return d;
  }

  /** With its length, so that "ab" + "c" is not "a" + "bc". */
  private void add(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private void addFile(Part part) throws IOException {
    add(part.getName());
    String file = part.getSubmittedFileName();
    add(file == null ? "" : file);
    MessageDigest content = sha256();
    try (InputStream in = part.getInputStream()) {
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) content.update(buffer, 0, n);
    }
    digest.update(content.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
