package org.zhuqi.platform.web.request;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer that does not leave before the transaction that it tells of has been committed. */
final class HeldResponse extends HttpServletResponseWrapper {
  static final int MAX_BODY = 2 * 1024 * 1024;
  private static final List<String> KEPT_HEADERS = List.of("Location", "Content-Type", "Content-Disposition", "HX-Redirect", "HX-Trigger");

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private @Nullable PrintWriter writer;
  private int error;
  private @Nullable String errorMessage;

  HeldResponse(HttpServletResponse response) {
    super(response);
  }

  byte[] body() {
    if (writer != null) writer.flush();
    return body.toByteArray();
  }

  int answered() {
    return error != 0 ? error : getStatus();
  }

  boolean isError() {
    return error != 0;
  }

  Map<String, String> keptHeaders() {
    Map<String, String> kept = new LinkedHashMap<>();
    for (String name : KEPT_HEADERS) {
      String value = name.equals("Content-Type") ? getContentType() : getHeader(name);
      if (value != null) kept.put(name, value);
    }
    return kept;
  }

  /** Lets the answer go. */
  void release() throws IOException {
    HttpServletResponse out = (HttpServletResponse) getResponse();
    if (error != 0) {
      if (errorMessage == null) out.sendError(error);
      else out.sendError(error, errorMessage);
      return;
    }
    byte[] bytes = body();
    if (bytes.length > 0) {
      out.setContentLength(bytes.length);
      out.getOutputStream().write(bytes);
    }
    out.flushBuffer();
  }

  private void take(byte[] bytes, int from, int length) {
    if (body.size() + length > MAX_BODY) {
      throw new IllegalStateException("an answer to a state-changing request may have at most " + MAX_BODY + " bytes");
    }
    body.write(bytes, from, length);
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return new ServletOutputStream() {
      @Override
      public void write(int b) {
        take(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] b, int off, int len) {
        take(b, off, len);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException("held answers are written at once");
      }
    };
  }

  @Override
  public PrintWriter getWriter() {
    if (writer == null) {
      writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), Charset.forName(getCharacterEncoding())));
    }
    return writer;
  }

  @Override
  public void sendRedirect(String location) {
    setStatus(SC_SEE_OTHER);
    setHeader("Location", location);
  }

  @Override
  public void sendError(int status) {
    sendError(status, null);
  }

  @Override
  public void sendError(int status, @Nullable String message) {
    error = status;
    errorMessage = message;
  }

  @Override
  public void setContentLength(int length) {
    // known when it is released
  }

  @Override
  public void setContentLengthLong(long length) {
    // known when it is released
  }

  @Override
  public void flushBuffer() {
    // nothing leaves before the commit
  }

  @Override
  public boolean isCommitted() {
    return false;
  }

  @Override
  public void reset() {
    resetBuffer();
    error = 0;
    super.reset();
  }

  @Override
  public void resetBuffer() {
    body.reset();
    writer = null;
  }
}
