// What pages do in place. Every page also works without it, except for charts, which then are tables.
(function () {
  'use strict';
  var root = document.documentElement;
  var english = root.lang === 'en';
  function t(zh, en) { return english ? en : zh; }
  function each(selector, act, within) { Array.prototype.forEach.call((within || document).querySelectorAll(selector), act); }
  function key() {
    if (window.crypto.randomUUID) return window.crypto.randomUUID();
    var b = window.crypto.getRandomValues(new Uint8Array(16));
    return Array.prototype.map.call(b, function (x) { return ('0' + x.toString(16)).slice(-2); }).join('');
  }

  // Dark display and the menu on a phone.
  function theme(button) {
    button.setAttribute('aria-pressed', String(root.getAttribute('data-bs-theme') === 'dark'));
  }
  each('[data-theme-switch]', function (b) {
    theme(b);
    b.addEventListener('click', function () {
      var next = root.getAttribute('data-bs-theme') === 'dark' ? 'light' : 'dark';
      root.setAttribute('data-bs-theme', next);
      try { localStorage.setItem('zhuqi.theme', next); } catch (e) { /* for this page only */ }
      theme(b);
      each('[data-chart]', draw);
    });
  });
  each('[data-menu]', function (b) {
    b.addEventListener('click', function () {
      var open = document.body.classList.toggle('zq-nav-open');
      b.setAttribute('aria-expanded', String(open));
    });
  });
  document.addEventListener('keydown', function (e) {
    if (e.key !== 'Escape') return;
    each('.zq-who[open]', function (d) { d.open = false; });
    document.body.classList.remove('zq-nav-open');
    each('[data-menu]', function (b) { b.setAttribute('aria-expanded', 'false'); });
  });
  document.addEventListener('click', function (e) {
    each('.zq-who[open]', function (d) { if (!d.contains(e.target)) d.open = false; });
    var copy = e.target.closest('[data-copy]');
    if (copy && navigator.clipboard) {
      navigator.clipboard.writeText(copy.dataset.copy).then(function () {
        copy.classList.add('zq-copied');
        setTimeout(function () { copy.classList.remove('zq-copied'); }, 1500);
      });
    }
    var field = e.target.closest('[data-to-field]');
    if (field) {
      var input = document.getElementById('f-' + field.dataset.toField);
      if (input) { e.preventDefault(); input.focus(); input.scrollIntoView({ block: 'center' }); }
    }
  });

  // A form goes once; what cannot be undone is asked about first. The key makes a second click harmless anyway.
  var asked = null;
  document.addEventListener('submit', function (e) {
    var form = e.target;
    if (form.method !== 'post' || form.hasAttribute('hx-post')) return;
    var text = (e.submitter && e.submitter.dataset.confirm) || form.dataset.confirm;
    if (text && asked !== form) {
      e.preventDefault();
      confirmFirst(text, form, e.submitter);
      return;
    }
    asked = null;
    if (form.dataset.sending) { e.preventDefault(); return; }
    form.dataset.sending = 'yes';
    if (e.submitter) e.submitter.classList.add('zq-busy');
    form.setAttribute('aria-busy', 'true');
  });
  function confirmFirst(text, form, submitter) {
    var dialog = document.querySelector('[data-dialog]');
    dialog.querySelector('[data-dialog-text]').textContent = text;
    var yes = dialog.querySelector('[data-dialog-yes]');
    yes.textContent = submitter ? submitter.textContent.trim() : t('确认', 'Confirm');
    dialog.returnValue = '';
    dialog.showModal();
    dialog.addEventListener('close', function () {
      if (dialog.returnValue !== 'yes') return;
      asked = form;
      form.requestSubmit(submitter);
    }, { once: true });
  }
  // Coming back by the browser's button: the form may be sent again.
  window.addEventListener('pageshow', function () {
    each('form[data-sending]', function (f) { delete f.dataset.sending; f.removeAttribute('aria-busy'); });
    each('.zq-busy', function (b) { b.classList.remove('zq-busy'); });
  });

  // What was typed survives an expired session: kept in this tab only, until the form has gone through.
  function draftKey(form) { return 'zhuqi.draft:' + location.pathname + '>' + form.getAttribute('action'); }
  function typed(form) {
    return Array.prototype.filter.call(form.elements, function (f) {
      return f.name && f.name[0] !== '_' && f.type !== 'hidden' && f.type !== 'file' && f.type !== 'password' && f.type !== 'submit';
    });
  }
  function keep(form) {
    var values = typed(form).map(function (f) {
      return [f.name, f.value, f.type === 'checkbox' || f.type === 'radio' ? f.checked : null];
    });
    try { sessionStorage.setItem(draftKey(form), JSON.stringify(values)); } catch (e) { /* full or refused */ }
  }
  function restore(form, values) {
    values.forEach(function (v) {
      typed(form).forEach(function (f) {
        if (f.name !== v[0]) return;
        if (v[2] === null) f.value = v[1];
        else if (f.value === v[1]) f.checked = v[2];
      });
    });
  }
  // The page says that something was done: what was typed for it has arrived.
  if (document.querySelector('.zq-said')) {
    Object.keys(sessionStorage).forEach(function (k) { if (k.indexOf('zhuqi.draft:') === 0) sessionStorage.removeItem(k); });
  }
  each('form[data-draft]', function (form) {
    if (form.dataset.draft === 'false') return;
    var kept = null;
    try { kept = JSON.parse(sessionStorage.getItem(draftKey(form))); } catch (e) { /* nothing kept */ }
    var shownAgain = document.querySelector('.zq-refusals') !== null;
    if (kept && !shownAgain) offer(form, kept);
    form.addEventListener('input', function () { keep(form); });
  });
  function offer(form, kept) {
    var before = JSON.stringify(typed(form).map(function (f) { return f.value; }));
    if (before === JSON.stringify(kept.map(function (v) { return v[1]; }))) return;
    var bar = document.createElement('div');
    bar.className = 'zq-draft';
    bar.setAttribute('role', 'status');
    var text = document.createElement('span');
    text.textContent = t('您上次填写的内容还在这个窗口里，没有发送。', 'What you typed here before is still in this window and was not sent.');
    var yes = document.createElement('button');
    yes.type = 'button'; yes.className = 'btn btn-sm btn-primary'; yes.textContent = t('填回来', 'Put it back');
    var no = document.createElement('button');
    no.type = 'button'; no.className = 'btn btn-sm'; no.textContent = t('不要了', 'Discard');
    yes.addEventListener('click', function () { restore(form, kept); bar.remove(); });
    no.addEventListener('click', function () { sessionStorage.removeItem(draftKey(form)); bar.remove(); });
    bar.append(text, yes, no);
    form.prepend(bar);
  }

  // Lists: choosing several.
  each('[data-bulk]', function (form) {
    var all = form.querySelector('[data-choose-all]');
    var count = form.querySelector('[data-bulk-count]');
    function boxes() { return Array.prototype.slice.call(form.querySelectorAll('[data-choose]')); }
    function show() {
      var n = boxes().filter(function (b) { return b.checked; }).length;
      count.textContent = t('已选 ' + n + ' 条', n + ' chosen');
      form.classList.toggle('zq-some', n > 0);
      if (all) { all.checked = n > 0 && n === boxes().length; all.indeterminate = n > 0 && n < boxes().length; }
    }
    form.addEventListener('change', function (e) {
      if (e.target === all) boxes().forEach(function (b) { b.checked = all.checked; });
      show();
    });
    show();
  });
  each('[data-auto-submit]', function (s) { s.addEventListener('change', function () { s.form.requestSubmit(); }); });

  // Files: too large is said before they travel. Amounts: said aloud in figures as they are read.
  each('[data-file]', function (input) {
    input.addEventListener('change', function () {
      var large = Array.prototype.some.call(input.files, function (f) { return f.size > 20 * 1024 * 1024; });
      input.setCustomValidity(large ? t('文件超过 20 MB，请压缩或分开上传。', 'A file is over 20 MB: compress or split it.') : '');
      input.classList.toggle('is-invalid', large);
      input.reportValidity();
      if (large) input.value = '';
    });
  });
  each('[data-money]', function (input) {
    input.addEventListener('blur', function () {
      var plain = input.value.replace(/[,，\s]/g, '');
      if (!/^\d+(\.\d{1,2})?$/.test(plain)) return;
      var parts = plain.split('.');
      input.value = parts[0].replace(/\B(?=(\d{3})+$)/g, ',') + (parts[1] ? '.' + parts[1] : '');
    });
  });

  // Papers: the look inside is fetched when it is opened.
  document.addEventListener('toggle', function (e) {
    var d = e.target;
    if (!d.open || !d.dataset || !d.dataset.preview || d.dataset.shown) return;
    d.dataset.shown = 'yes';
    var frame = document.createElement('iframe');
    frame.src = d.dataset.preview;
    frame.title = t('材料预览', 'Preview of the paper');
    d.querySelector('[data-preview-here]').append(frame);
  }, true);

  // htmx: the same key and token rules as forms.
  document.addEventListener('htmx:configRequest', function (e) {
    if (e.detail.verb === 'get') return;
    var token = document.querySelector('meta[name=csrf]');
    if (token) e.detail.headers['X-CSRF-TOKEN'] = token.content;
    if (!e.detail.parameters._key) e.detail.headers['Idempotency-Key'] = key();
  });
  document.addEventListener('htmx:beforeSwap', function (e) {
    if (e.detail.xhr.status === 422) { e.detail.shouldSwap = true; e.detail.isError = false; }
  });

  // Charts. The library is fetched only by pages that have one.
  var charts = [];
  function css(name) { return getComputedStyle(document.body).getPropertyValue(name).trim(); }
  function amount(v, unit) {
    if (unit !== 'money') return v.toLocaleString('en-US');
    return (v / 100).toLocaleString('en-US', { minimumFractionDigits: 2 }) + t(' 元', ' CNY');
  }
  function axis(v, unit) {
    if (unit !== 'money') return v.toLocaleString('en-US');
    return english ? (v / 1e8).toLocaleString('en-US') + 'm' : (v / 1e6).toLocaleString('en-US') + ' 万元';
  }
  // The legend breaks into rows where the card is narrow; the chart begins below them.
  function legendRows(c, width) {
    if (c.series.length < 2) return 0;
    var rows = 1, at = 0;
    c.series.forEach(function (s) {
      var wide = 38 + 12 * Array.prototype.reduce.call(s.name, function (n, ch) { return n + (ch.charCodeAt(0) > 255 ? 1 : 0.6); }, 0);
      if (at > 0 && at + wide > width) { rows++; at = 0; }
      at += wide;
    });
    return rows;
  }
  function draw(box) {
    if (!window.echarts) return;
    var old = window.echarts.getInstanceByDom(box);
    if (old) old.dispose();
    var c = JSON.parse(box.dataset.chart);
    var chart = window.echarts.init(box, null, { renderer: 'svg' });
    var lying = c.kind === 'rows' || c.kind === 'share';
    var ink = css('--zq-ink'), soft = css('--zq-soft'), line = css('--zq-line');
    var font = { color: soft, fontFamily: css('--tblr-font-sans-serif') || 'sans-serif', fontSize: 12 };
    var values = { type: 'value', axisLabel: Object.assign({ formatter: function (v) { return axis(v, c.unit); }, hideOverlap: true }, font),
      splitLine: { lineStyle: { color: line } }, minInterval: c.unit === 'count' ? 1 : undefined };
    var names = { type: 'category', data: c.categories, inverse: lying, axisTick: { show: false },
      axisLine: { lineStyle: { color: line } }, axisLabel: Object.assign({ hideOverlap: true }, font) };
    chart.setOption({
      animationDuration: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 300,
      aria: { enabled: true, decal: { show: c.series.length > 1, decals: [
        { symbol: 'none' },
        { symbol: 'rect', symbolSize: 1, dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: Math.PI / 4, color: 'rgba(255,255,255,.45)' },
        { symbol: 'none' },
        { symbol: 'circle', symbolSize: .6, dashArrayX: [[8, 8], [0, 8, 8, 0]], dashArrayY: [6, 0], color: 'rgba(255,255,255,.5)' },
        { symbol: 'rect', symbolSize: 1, dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -Math.PI / 4, color: 'rgba(255,255,255,.45)' }
      ] } },
      color: [1, 2, 3, 4, 5, 6].map(function (n) { return css('--zq-chart-' + n); }),
      textStyle: font,
      grid: { left: 8, right: 24, top: 12 + 24 * legendRows(c, box.clientWidth), bottom: 4, containLabel: true },
      legend: c.series.length > 1 ? { top: 0, left: 0, icon: 'roundRect', itemHeight: 10, itemWidth: 14, textStyle: Object.assign({}, font, { color: ink }) } : undefined,
      tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, axisPointer: { type: c.kind === 'line' ? 'line' : 'shadow' },
        valueFormatter: function (v) { return amount(v, c.unit); } },
      xAxis: lying ? Object.assign(values, c.kind === 'share' ? { show: false, max: 'dataMax' } : {}) : names,
      yAxis: lying ? Object.assign(names, c.kind === 'share' ? { show: c.categories.length > 1 } : {}) : values,
      series: c.series.map(function (s) {
        return { name: s.name, data: s.values, type: c.kind === 'line' ? 'line' : 'bar', barMaxWidth: c.kind === 'share' ? 40 : 28,
          stack: c.kind === 'stack' || c.kind === 'share' ? 'all' : undefined, symbolSize: 6, itemStyle: c.kind === 'line' ? undefined : { borderRadius: 2 } };
      })
    });
    if (charts.indexOf(box) < 0) charts.push(box);
  }
  if (document.querySelector('[data-chart]')) {
    var library = document.createElement('script');
    library.src = '/webjars/echarts/echarts.common.min.js';
    library.addEventListener('load', function () { each('[data-chart]', draw); });
    document.head.append(library);
    var wait = null;
    window.addEventListener('resize', function () {
      clearTimeout(wait);
      wait = setTimeout(function () {
        charts.forEach(function (b) { if (window.echarts.getInstanceByDom(b)) draw(b); });
      }, 150);
    });
  }

  // "此项必填" alone says little: the summary names the field.
  each('[data-to-field]', function (a) {
    var input = document.getElementById('f-' + a.dataset.toField);
    var set = input && input.closest('fieldset');
    var label = input && (document.querySelector('label[for="' + input.id + '"]') || (set && set.querySelector('legend')));
    if (!label) return;
    var name = Array.prototype.filter.call(label.childNodes, function (n) { return n.nodeType === 3; }).map(function (n) { return n.textContent; }).join('').trim();
    if (name) a.prepend(name + t('：', ': '));
  });

  // A form that was refused: the reader hears why first.
  var first = document.querySelector('[data-focus]');
  if (first) first.focus({ preventScroll: false });
})();
