<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name></name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation>&amp;Foto</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Vie&amp;wer</source>
        <translation>Bet&amp;rachter</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>Durch&amp;sicht</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Choose a photo first</source>
        <translation>Zuerst ein Foto auswählen</translation>
    </message>
    <message>
        <source>Choose one photo first</source>
        <translation>Zuerst genau ein Foto auswählen</translation>
    </message>
    <message>
        <source>Choose a few photos first</source>
        <translation>Zuerst einige Fotos auswählen</translation>
    </message>
    <message>
        <source>Open a photo first</source>
        <translation>Zuerst ein Foto öffnen</translation>
    </message>
    <message>
        <source>Close the viewer first</source>
        <translation>Zuerst den Betrachter schließen</translation>
    </message>
    <message>
        <source>Go to the review first</source>
        <translation>Zuerst zur Durchsicht gehen</translation>
    </message>
    <message>
        <source>Search for something first</source>
        <translation>Zuerst etwas suchen</translation>
    </message>
    <message>
        <source>Open an album first</source>
        <translation>Zuerst ein Album öffnen</translation>
    </message>
    <message>
        <source>Choose photos of an album first</source>
        <translation>Zuerst Fotos eines Albums auswählen</translation>
    </message>
    <message>
        <source>Choose photos of an album in its own order first</source>
        <translation>Zuerst Fotos eines Albums in seiner eigenen Reihenfolge auswählen</translation>
    </message>
    <message>
        <source>Open a label first</source>
        <translation>Zuerst ein Schlagwort öffnen</translation>
    </message>
    <message>
        <source>About photoclip</source>
        <translation>Über photoclip</translation>
    </message>
    <message>
        <source>Finds any photo on your own disks by what you remember of it. Everything stays on this computer, and photos are never changed. Free software under the MIT licence.</source>
        <translation>Findet jedes Foto auf den eigenen Laufwerken anhand dessen, woran Sie sich erinnern. Alles bleibt auf diesem Computer, und Fotos werden nie verändert. Freie Software unter der MIT-Lizenz.</translation>
    </message>
    <message>
        <source>Searches compare every photo, so that none is missed.</source>
        <translation>Suchen vergleichen jedes Foto, damit keines übersehen wird.</translation>
    </message>
    <message>
        <source>The search index, measured on this library: it finds {images} of the ten photos most like a picture, and {texts} of the ten that fit words best.</source>
        <translation>Der Suchindex, gemessen an dieser Bibliothek: Er findet {images} der zehn Fotos, die einem Bild am ähnlichsten sind, und {texts} der zehn, die am besten zu Wörtern passen.</translation>
    </message>
    <message>
        <source>Your library is in use by another photoclip.</source>
        <translation>Ihre Bibliothek wird gerade von einem anderen photoclip benutzt.</translation>
    </message>
    <message>
        <source>Your library was written by a newer photoclip.</source>
        <translation>Ihre Bibliothek stammt von einer neueren Version von photoclip.</translation>
    </message>
    <message>
        <source>The catalog of your library is damaged.</source>
        <translation>Der Katalog Ihrer Bibliothek ist beschädigt.</translation>
    </message>
    <message>
        <source>Your library cannot be opened.</source>
        <translation>Ihre Bibliothek lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Nothing was changed, and your photos are not affected.</source>
        <translation>Es wurde nichts verändert, und Ihre Fotos sind nicht betroffen.</translation>
    </message>
    <message>
        <source>This file does not exist any more.</source>
        <translation>Diese Datei gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>“{name}” is a video, and photoclip knows photos only.</source>
        <translation>„{name}“ ist ein Video, und photoclip kennt nur Fotos.</translation>
    </message>
    <message>
        <source>“{name}” is a raw file, and what reads these is not installed. Install photoclip with “raw”, or drop a JPEG of it.</source>
        <translation>„{name}“ ist eine Raw-Datei, und was diese liest, ist nicht installiert. Installieren Sie photoclip mit „raw“, oder legen Sie ein JPEG davon ab.</translation>
    </message>
    <message>
        <source>Only the first {n} pictures are compared with.</source>
        <translation>Verglichen wird nur mit den ersten {n} Bildern.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) beside the folders were left out: only folders can be watched.</source>
        <translation>
            <numerusform>%Ln Datei neben den Ordnern wurde ausgelassen: Nur Ordner können überwacht werden.</numerusform>
            <numerusform>%Ln Dateien neben den Ordnern wurden ausgelassen: Nur Ordner können überwacht werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) that are no pictures were left out.</source>
        <translation>
            <numerusform>%Ln Datei, die kein Bild ist, wurde ausgelassen.</numerusform>
            <numerusform>%Ln Dateien, die keine Bilder sind, wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>photoclip cannot fetch what this link leads to. Save the picture first, or copy the picture itself and paste it here.</source>
        <translation>photoclip kann nicht holen, wohin dieser Link führt. Speichern Sie das Bild zuerst, oder kopieren Sie das Bild selbst und fügen Sie es hier ein.</translation>
    </message>
    <message>
        <source>Text cannot be dropped here. Type it into the search box.</source>
        <translation>Text kann hier nicht abgelegt werden. Geben Sie ihn in das Suchfeld ein.</translation>
    </message>
    <message>
        <source>This cannot be dropped here. Drop pictures or folders.</source>
        <translation>Das kann hier nicht abgelegt werden. Legen Sie Bilder oder Ordner ab.</translation>
    </message>
    <message>
        <source>Drop to be asked about fetching this from {host}</source>
        <translation>Ablegen, um vor dem Holen von {host} gefragt zu werden</translation>
    </message>
    <message>
        <source>Drop to add this to the search</source>
        <translation>Ablegen, um dies zur Suche hinzuzufügen</translation>
    </message>
    <message>
        <source>Drop to find similar photos</source>
        <translation>Ablegen, um ähnliche Fotos zu finden</translation>
    </message>
    <message>
        <source>Drop to watch the folder “{name}”</source>
        <translation>Ablegen, um den Ordner „{name}“ zu überwachen</translation>
    </message>
    <message numerus="yes">
        <source>Drop to watch %Ln folder(s)</source>
        <translation>
            <numerusform>Ablegen, um %Ln Ordner zu überwachen</numerusform>
            <numerusform>Ablegen, um %Ln Ordner zu überwachen</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minute(s)</source>
        <translation>
            <numerusform>etwa %Ln Minute</numerusform>
            <numerusform>etwa %Ln Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln hour(s)</source>
        <translation>
            <numerusform>etwa %Ln Stunde</numerusform>
            <numerusform>etwa %Ln Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for photos</source>
        <translation>Suche nach Fotos</translation>
    </message>
    <message>
        <source>Reading prompt {done} of {total}</source>
        <translation>Beschreibung {done} von {total} wird gelesen</translation>
    </message>
    <message>
        <source>{rate} prompts/s</source>
        <translation>{rate} Beschreibungen/s</translation>
    </message>
    <message>
        <source>Comparing photos with label {done} of {total}</source>
        <translation>Fotos werden mit Schlagwort {done} von {total} verglichen</translation>
    </message>
    <message>
        <source>{rate} labels/s</source>
        <translation>{rate} Schlagwörter/s</translation>
    </message>
    <message>
        <source>Putting label {done} of {total} on photos</source>
        <translation>Schlagwort {done} von {total} wird vergeben</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>{size}/s</translation>
    </message>
    <message>
        <source>Copying {done} of {total}</source>
        <translation>Kopieren: {done} von {total}</translation>
    </message>
    <message>
        <source>Writing sidecar {done} of {total}</source>
        <translation>Begleitdateien schreiben: {done} von {total}</translation>
    </message>
    <message>
        <source>{photos} copied to “{folder}”</source>
        <translation>{photos} nach „{folder}“ kopiert</translation>
    </message>
    <message>
        <source>{photos} already there</source>
        <translation>{photos} schon dort</translation>
    </message>
    <message>
        <source>{photos} could not be read</source>
        <translation>{photos} nicht lesbar</translation>
    </message>
    <message>
        <source>Embedding for another model: {done} of {total}</source>
        <translation>Auswerten für ein anderes Modell: {done} von {total}</translation>
    </message>
    <message>
        <source>Search goes by {model} now</source>
        <translation>Gesucht wird jetzt mit {model}</translation>
    </message>
    <message>
        <source>{model} waits until photos are within reach</source>
        <translation>{model} wartet, bis Fotos erreichbar sind</translation>
    </message>
    <message>
        <source>{photos} will follow</source>
        <translation>{photos} folgen noch</translation>
    </message>
    <message>
        <source>Preparing search…</source>
        <translation>Suche wird vorbereitet&#xa0;…</translation>
    </message>
    <message>
        <source>there {rank}.</source>
        <translation>dort {rank}.</translation>
    </message>
    <message>
        <source>{rank}.</source>
        <translation>{rank}.</translation>
    </message>
    <message>
        <source>Unknown photo</source>
        <translation>Unbekanntes Foto</translation>
    </message>
    <message>
        <source>{name}: place {rank} here, place {other} with the other model</source>
        <translation>{name}: hier Rang {rank}, mit dem anderen Modell Rang {other}</translation>
    </message>
    <message>
        <source>{percent} of the best {n} are the same</source>
        <translation>{percent} der besten {n} sind dieselben</translation>
    </message>
    <message>
        <source>Over {photos}, the best {n} of both are the same to {percent}; the order of all photos agrees to {correlation} (1: the same order, 0: nothing in common).</source>
        <translation>Bei {photos} stimmen die besten {n} von beiden zu {percent} überein; die Reihenfolge aller Fotos stimmt zu {correlation} überein (1: dieselbe Reihenfolge, 0: nichts gemeinsam).</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dimension(s)</source>
        <translation>
            <numerusform>%Ln Dimension</numerusform>
            <numerusform>%Ln Dimensionen</numerusform>
        </translation>
    </message>
    <message>
        <source>{rate} photos/s</source>
        <translation>{rate} Fotos/s</translation>
    </message>
    <message>
        <source>{n} ms a search</source>
        <translation>{n} ms je Suche</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>Suche nach Fotos&#xa0;…</translation>
    </message>
    <message>
        <source>Looking at photos</source>
        <translation>Fotos durchsehen</translation>
    </message>
    <message>
        <source>Comparing photos that are alike</source>
        <translation>Ähnliche Fotos vergleichen</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s) of duplicates</source>
        <translation>
            <numerusform>%Ln Gruppe von Duplikaten</numerusform>
            <numerusform>%Ln Gruppen von Duplikaten</numerusform>
        </translation>
    </message>
    <message>
        <source>The same file</source>
        <translation>Dieselbe Datei</translation>
    </message>
    <message>
        <source>The same picture</source>
        <translation>Dasselbe Bild</translation>
    </message>
    <message>
        <source>A series</source>
        <translation>Eine Serie</translation>
    </message>
    <message>
        <source>{size} in copies</source>
        <translation>{size} in Kopien</translation>
    </message>
    <message>
        <source>Taken one after the other. Nothing of a series is moved from here.</source>
        <translation>Nacheinander aufgenommen. Von einer Serie wird von hier nichts verschoben.</translation>
    </message>
    <message>
        <source>Every byte is the same, so it does not matter which one stays.</source>
        <translation>Jedes Byte ist gleich; es ist also egal, welche bleibt.</translation>
    </message>
    <message>
        <source>The best one is proposed because it knows when it was taken.</source>
        <translation>Die beste wird vorgeschlagen, weil darin steht, wann sie aufgenommen wurde.</translation>
    </message>
    <message>
        <source>The best one is proposed because it is larger.</source>
        <translation>Die beste wird vorgeschlagen, weil sie größer ist.</translation>
    </message>
    <message>
        <source>The best one is proposed because it is less compressed.</source>
        <translation>Die beste wird vorgeschlagen, weil sie weniger komprimiert ist.</translation>
    </message>
    <message>
        <source>They are equally good; the one that came first is proposed.</source>
        <translation>Sie sind gleich gut; vorgeschlagen wird die, die zuerst da war.</translation>
    </message>
    <message>
        <source>The best one</source>
        <translation>Die beste</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Kein Unterschied</translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln file(s), {size}, to the trash?</source>
        <translation>
            <numerusform>%Ln Datei, {size}, in den Papierkorb verschieben?</numerusform>
            <numerusform>%Ln Dateien, {size}, in den Papierkorb verschieben?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) moved to the trash, {size}</source>
        <translation>
            <numerusform>%Ln Datei in den Papierkorb verschoben, {size}</numerusform>
            <numerusform>%Ln Dateien in den Papierkorb verschoben, {size}</numerusform>
        </translation>
    </message>
    <message>
        <source>in another folder</source>
        <translation>in einem anderen Ordner</translation>
    </message>
    <message>
        <source>smaller</source>
        <translation>kleiner</translation>
    </message>
    <message>
        <source>larger</source>
        <translation>größer</translation>
    </message>
    <message>
        <source>more compressed</source>
        <translation>stärker komprimiert</translation>
    </message>
    <message>
        <source>one is part of the other</source>
        <translation>eine ist Teil der anderen</translation>
    </message>
    <message>
        <source>turned or mirrored</source>
        <translation>gedreht oder gespiegelt</translation>
    </message>
    <message>
        <source>without a date</source>
        <translation>ohne Datum</translation>
    </message>
    <message>
        <source>Indexing · {done}</source>
        <translation>Einlesen · {done}</translation>
    </message>
    <message>
        <source>Indexing {done} of {total}</source>
        <translation>Einlesen: {done} von {total}</translation>
    </message>
    <message>
        <source>Preparing search: {done} of {total}</source>
        <translation>Suche vorbereiten: {done} von {total}</translation>
    </message>
    <message>
        <source>{title} is paused</source>
        <translation>{title} ist angehalten</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>{title} waits for its turn</source>
        <translation>{title} wartet noch</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird abgebrochen&#xa0;…</translation>
    </message>
    <message>
        <source>{n}%</source>
        <translation>{n}&#xa0;%</translation>
    </message>
    <message>
        <source>{photos} added</source>
        <translation>{photos} hinzugefügt</translation>
    </message>
    <message>
        <source>{n} changed</source>
        <translation>{n} geändert</translation>
    </message>
    <message>
        <source>{n} unreadable</source>
        <translation>{n} nicht lesbar</translation>
    </message>
    <message>
        <source>{photos}, closest to {what} first</source>
        <translation>{photos} zu {what}</translation>
    </message>
    <message>
        <source>{photos}, compared with {what}</source>
        <translation>{photos}, verglichen mit {what}</translation>
    </message>
    <message>
        <source>The {n} of {photos} closest to {what}</source>
        <translation>Die {n} von {photos}, die {what} am nächsten kommen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more photo(s) that match less clearly</source>
        <translation>
            <numerusform>%Ln weiteres Foto, das weniger deutlich passt</numerusform>
            <numerusform>%Ln weitere Fotos, die weniger deutlich passen</numerusform>
        </translation>
    </message>
    <message>
        <source>Similar photos</source>
        <translation>Ähnliche Fotos</translation>
    </message>
    <message>
        <source>Filtered photos</source>
        <translation>Gefilterte Fotos</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Alle Fotos</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Drag photos onto its name in the side panel, or choose some and press Ctrl+B.</source>
        <translation>Ziehen Sie Fotos auf seinen Namen in der Seitenleiste, oder wählen Sie einige aus und drücken Sie Strg+B.</translation>
    </message>
    <message>
        <source>No photo has the label “{name}” yet</source>
        <translation>Noch kein Foto hat das Schlagwort „{name}“</translation>
    </message>
    <message>
        <source>Drag photos onto its name in the side panel, or see what it would find.</source>
        <translation>Ziehen Sie Fotos auf seinen Namen in der Seitenleiste, oder sehen Sie nach, was es finden würde.</translation>
    </message>
    <message>
        <source>No photo passes the filters of this search.</source>
        <translation>Kein Foto passt zu den Filtern dieser Suche.</translation>
    </message>
    <message>
        <source>No photos in the watched folders</source>
        <translation>Keine Fotos in den überwachten Ordnern</translation>
    </message>
    <message>
        <source>New photos show up here by themselves.</source>
        <translation>Neue Fotos erscheinen hier von selbst.</translation>
    </message>
    <message>
        <source>No photos in “{folder}”</source>
        <translation>Keine Fotos in „{folder}“</translation>
    </message>
    <message>
        <source>Nothing found in “{folder}”</source>
        <translation>Nichts gefunden in „{folder}“</translation>
    </message>
    <message>
        <source>No other photo in this folder can be searched so far.</source>
        <translation>In diesem Ordner lässt sich bisher kein anderes Foto durchsuchen.</translation>
    </message>
    <message>
        <source>Nothing to compare with yet</source>
        <translation>Noch nichts zum Vergleichen</translation>
    </message>
    <message>
        <source>None of your other photos has been indexed so far.</source>
        <translation>Bisher wurde keines der anderen Fotos eingelesen.</translation>
    </message>
    <message>
        <source>Nothing clearly matches</source>
        <translation>Nichts passt deutlich</translation>
    </message>
    <message>
        <source>None of {photos} clearly shows {what}.</source>
        <translation>Keines von {photos} passt deutlich zu {what}.</translation>
    </message>
    <message>
        <source>{photos} in “{folder}”</source>
        <translation>{photos} in „{folder}“</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>„{text}“</translation>
    </message>
    <message>
        <source>{words} and {pictures}</source>
        <translation>{words} und {pictures}</translation>
    </message>
    <message>
        <source>these pictures</source>
        <translation>diesen Bildern</translation>
    </message>
    <message>
        <source>this picture</source>
        <translation>diesem Bild</translation>
    </message>
    <message>
        <source>Similarity {score}</source>
        <translation>Ähnlichkeit {score}</translation>
    </message>
    <message>
        <source>Labels: {names}</source>
        <translation>Schlagwörter: {names}</translation>
    </message>
    <message>
        <source>Animated</source>
        <translation>Animiert</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>On a disk that is not connected</source>
        <translation>Auf einem Laufwerk, das nicht verbunden ist</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>Ohne Datum</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>Abmessungen</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>Dateigröße</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Objektiv</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Dateiart</translation>
    </message>
    <message>
        <source>Place and date</source>
        <translation>Ort und Datum</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Album</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Near a place</source>
        <translation>In der Nähe eines Ortes</translation>
    </message>
    <message>
        <source>Copies and labels</source>
        <translation>Kopien und Schlagwörter</translation>
    </message>
    <message>
        <source>Before a date</source>
        <translation>Vor einem Datum</translation>
    </message>
    <message>
        <source>After a date</source>
        <translation>Nach einem Datum</translation>
    </message>
    <message>
        <source>Like a picture</source>
        <translation>Ähnlich wie ein Bild</translation>
    </message>
    <message>
        <source>Like a photo</source>
        <translation>Ähnlich wie ein Foto</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <translation>{one} oder {other}</translation>
    </message>
    <message>
        <source>Not: {filter}</source>
        <translation>Nicht: {filter}</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Letztes Jahr</translation>
    </message>
    <message>
        <source>Last summer (June to August)</source>
        <translation>Letzter Sommer (Juni bis August)</translation>
    </message>
    <message>
        <source>Last winter (December to February)</source>
        <translation>Letzter Winter (Dezember bis Februar)</translation>
    </message>
    <message>
        <source>ISO {range}</source>
        <translation>ISO {range}</translation>
    </message>
    <message>
        <source>{range} megapixels</source>
        <translation>{range} Megapixel</translation>
    </message>
    <message>
        <source>Within {distance} km of {place}</source>
        <translation>Im Umkreis von {distance} km um {place}</translation>
    </message>
    <message>
        <source>At several places</source>
        <translation>An mehreren Orten gespeichert</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Rating {range}</source>
        <translation>Bewertung {range}</translation>
    </message>
    <message>
        <source>Label {name}</source>
        <translation>Schlagwort {name}</translation>
    </message>
    <message>
        <source>Without any label</source>
        <translation>Ohne Schlagwort</translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation>Seit {day}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>Until {day}</source>
        <translation>Bis {day}</translation>
    </message>
    <message>
        <source>up to {number}</source>
        <translation>bis {number}</translation>
    </message>
    <message>
        <source>from {number}</source>
        <translation>ab {number}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>Landscape format</source>
        <translation>Querformat</translation>
    </message>
    <message>
        <source>Portrait format</source>
        <translation>Hochformat</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Quadratisch</translation>
    </message>
    <message>
        <source>With a place</source>
        <translation>Mit Ort</translation>
    </message>
    <message>
        <source>With a date</source>
        <translation>Mit Datum</translation>
    </message>
    <message>
        <source>With a camera</source>
        <translation>Mit Kamera</translation>
    </message>
    <message>
        <source>With a lens</source>
        <translation>Mit Objektiv</translation>
    </message>
    <message>
        <source>Without a place</source>
        <translation>Ohne Ort</translation>
    </message>
    <message>
        <source>Without a camera</source>
        <translation>Ohne Kamera</translation>
    </message>
    <message>
        <source>Without a lens</source>
        <translation>Ohne Objektiv</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Belichtung</translation>
    </message>
    <message>
        <source>Focal length</source>
        <translation>Brennweite</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Total size</source>
        <translation>Gesamtgröße</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Kameras</translation>
    </message>
    <message>
        <source>With a position</source>
        <translation>Mit Position</translation>
    </message>
    <message>
        <source>Lie at</source>
        <translation>Gespeichert als</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>{rank} of {total}</source>
        <translation>{rank} von {total}</translation>
    </message>
    <message>
        <source>Searched for</source>
        <translation>Gesucht</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>For each thing that was asked for, the cosine between what this model makes of it and of the photo. They lie on scales of their own, so the rank comes from how far each is above what is usual in this library.</source>
        <translation>Für alles, was gesucht wurde, der Kosinus zwischen dem, was dieses Modell daraus und aus dem Foto macht. Jeder hat seine eigene Skala; der Rang ergibt sich deshalb daraus, wie weit jeder über dem liegt, was in dieser Bibliothek üblich ist.</translation>
    </message>
    <message>
        <source>The cosine between what this model makes of the words and of the photo. It is not a percentage: compare it only with other results for words from the same model.</source>
        <translation>Der Kosinus zwischen dem, was dieses Modell aus den Wörtern und aus dem Foto macht. Das ist kein Prozentwert: Vergleichen Sie ihn nur mit anderen Ergebnissen für Wörter aus demselben Modell.</translation>
    </message>
    <message>
        <source>The cosine between what this model makes of the two pictures; 1 is the same picture. It is not a percentage: compare it only with other results for pictures from the same model.</source>
        <translation>Der Kosinus zwischen dem, was dieses Modell aus den beiden Bildern macht; 1 ist dasselbe Bild. Das ist kein Prozentwert: Vergleichen Sie ihn nur mit anderen Ergebnissen für Bilder aus demselben Modell.</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first} – {last}</translation>
    </message>
    <message>
        <source>{width} × {height}</source>
        <translation>{width} × {height}</translation>
    </message>
    <message>
        <source>{n} megapixels</source>
        <translation>{n} Megapixel</translation>
    </message>
    <message>
        <source>ISO {n}</source>
        <translation>ISO&#xa0;{n}</translation>
    </message>
    <message>
        <source>{camera} ({n})</source>
        <translation>{camera} ({n})</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln other(s)</source>
        <comment>cameras</comment>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>N</source>
        <comment>north</comment>
        <translation>N</translation>
    </message>
    <message>
        <source>S</source>
        <comment>south</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>E</source>
        <comment>east</comment>
        <translation>O</translation>
    </message>
    <message>
        <source>W</source>
        <comment>west</comment>
        <translation>W</translation>
    </message>
    <message>
        <source>In the grid</source>
        <translation>Im Raster</translation>
    </message>
    <message>
        <source>In the viewer</source>
        <translation>Im Betrachter</translation>
    </message>
    <message>
        <source>On the page of a label</source>
        <translation>Auf der Seite eines Schlagworts</translation>
    </message>
    <message>
        <source>In the review</source>
        <translation>In der Durchsicht</translation>
    </message>
    <message>
        <source>Go to another photo</source>
        <translation>Zu einem anderen Foto gehen</translation>
    </message>
    <message>
        <source>Select more photos</source>
        <translation>Weitere Fotos auswählen</translation>
    </message>
    <message>
        <source>Select or deselect this photo</source>
        <translation>Dieses Foto aus- oder abwählen</translation>
    </message>
    <message>
        <source>First or last photo</source>
        <translation>Erstes oder letztes Foto</translation>
    </message>
    <message>
        <source>One page up or down</source>
        <translation>Eine Seite nach oben oder unten</translation>
    </message>
    <message>
        <source>Look at the photo</source>
        <translation>Foto ansehen</translation>
    </message>
    <message>
        <source>Back to all photos, step by step</source>
        <translation>Schrittweise zurück zu allen Fotos</translation>
    </message>
    <message>
        <source>Previous or next photo</source>
        <translation>Voriges oder nächstes Foto</translation>
    </message>
    <message>
        <source>Move over an enlarged photo</source>
        <translation>Ein vergrößertes Foto verschieben</translation>
    </message>
    <message>
        <source>Back to the grid</source>
        <translation>Zurück zum Raster</translation>
    </message>
    <message>
        <source>Move the slider, or go to another photo</source>
        <translation>Regler bewegen oder zu einem anderen Foto gehen</translation>
    </message>
    <message>
        <source>Move the slider by many photos</source>
        <translation>Regler um viele Fotos bewegen</translation>
    </message>
    <message>
        <source>Take an example away</source>
        <translation>Beispiel entfernen</translation>
    </message>
    <message>
        <source>Take copied pictures for examples</source>
        <translation>Kopierte Bilder als Beispiele nehmen</translation>
    </message>
    <message>
        <source>Back to all labels, and to the photos</source>
        <translation>Zurück zu allen Schlagwörtern und zu den Fotos</translation>
    </message>
    <message>
        <source>Another row, or another label of the photo</source>
        <translation>Andere Zeile oder anderes Schlagwort des Fotos</translation>
    </message>
    <message>
        <source>Back to the photos</source>
        <translation>Zurück zu den Fotos</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Backup of the catalog</source>
        <translation>Sicherung des Katalogs</translation>
    </message>
    <message>
        <source>Examples of labels</source>
        <translation>Beispiele für Schlagwörter</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>Vorschaubilder</translation>
    </message>
    <message>
        <source>Search index</source>
        <translation>Suchindex</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>State of the window</source>
        <translation>Zustand des Fensters</translation>
    </message>
    <message>
        <source>Models of your own</source>
        <translation>Eigene Modelle</translation>
    </message>
    <message>
        <source>paths, dates, cameras, positions, and a vector for each photo</source>
        <translation>Pfade, Daten, Kameras, Positionen und ein Vektor für jedes Foto</translation>
    </message>
    <message>
        <source>the catalog as it was, at most a day ago</source>
        <translation>der Katalog, wie er vor höchstens einem Tag war</translation>
    </message>
    <message>
        <source>pictures that you pasted or dropped as examples without a file</source>
        <translation>Bilder ohne eigene Datei, die Sie als Beispiele eingefügt oder abgelegt haben</translation>
    </message>
    <message>
        <source>small pictures, which file managers use as well</source>
        <translation>kleine Bilder, die auch Dateiverwaltungen benutzen</translation>
    </message>
    <message>
        <source>the vectors once more, in an order that is fast to search</source>
        <translation>die Vektoren noch einmal, in einer schnell durchsuchbaren Ordnung</translation>
    </message>
    <message>
        <source>what you chose here</source>
        <translation>was hier gewählt wurde</translation>
    </message>
    <message>
        <source>place and size of the window and its panels, and your last searches</source>
        <translation>Ort und Größe des Fensters und seiner Leisten sowie die letzten Suchen</translation>
    </message>
    <message>
        <source>model directories that you put there</source>
        <translation>Modellverzeichnisse, die Sie dort abgelegt haben</translation>
    </message>
    <message>
        <source>Back to all photos (Esc)</source>
        <translation>Zurück zu allen Fotos (Esc)</translation>
    </message>
    <message>
        <source>Turn the view to the left (Shift+R)</source>
        <translation>Ansicht nach links drehen (Umschalt+R)</translation>
    </message>
    <message>
        <source>Turn the view to the right (R)</source>
        <translation>Ansicht nach rechts drehen (R)</translation>
    </message>
    <message>
        <source>Slideshow (S)</source>
        <translation>Diaschau (S)</translation>
    </message>
    <message>
        <source>Information (I)</source>
        <translation>Informationen (I)</translation>
    </message>
    <message>
        <source>Filmstrip (T)</source>
        <translation>Filmstreifen (T)</translation>
    </message>
    <message>
        <source>Full screen (F)</source>
        <translation>Vollbild (F)</translation>
    </message>
    <message>
        <source>Find similar photos</source>
        <translation>Ähnliche Fotos finden</translation>
    </message>
    <message>
        <source>Find photos like a part of this one (A)</source>
        <translation>Fotos finden, die einem Ausschnitt ähneln (A)</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <translation>In anderem Programm öffnen</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>In der Dateiverwaltung zeigen</translation>
    </message>
    <message>
        <source>Previous photo (Left)</source>
        <translation>Voriges Foto (Links)</translation>
    </message>
    <message>
        <source>Next photo (Right)</source>
        <translation>Nächstes Foto (Rechts)</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>Kleiner (-)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Größer (+)</translation>
    </message>
    <message>
        <source>Show the whole photo (0)</source>
        <translation>Ganzes Foto zeigen (0)</translation>
    </message>
    <message>
        <source>Fill the window (2)</source>
        <translation>Fenster füllen (2)</translation>
    </message>
    <message>
        <source>Actual size (1)</source>
        <translation>Originalgröße (1)</translation>
    </message>
    <message>
        <source>Play or pause (P)</source>
        <translation>Abspielen oder anhalten (P)</translation>
    </message>
    <message>
        <source>Pause the slideshow (Space)</source>
        <translation>Diaschau anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>Show each photo for a shorter time (.)</source>
        <translation>Jedes Foto kürzer zeigen (.)</translation>
    </message>
    <message>
        <source>Show each photo longer (,)</source>
        <translation>Jedes Foto länger zeigen (,)</translation>
    </message>
    <message>
        <source>Leave full screen (Esc)</source>
        <translation>Vollbild verlassen (Esc)</translation>
    </message>
    <message>
        <source>at least {photos}</source>
        <translation>mindestens {photos}</translation>
    </message>
    <message>
        <source>photoclip cannot start because of a fault of its own.</source>
        <translation>photoclip kann wegen eines eigenen Fehlers nicht starten.</translation>
    </message>
    <message>
        <source>{error}

Your photos and your library are not affected.</source>
        <translation>{error}

Ihre Fotos und Ihre Bibliothek sind nicht betroffen.</translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>Dateien werden gelesen …</translation>
    </message>
    <message>
        <source>Loading the image tower…</source>
        <translation>Bildteil wird geladen …</translation>
    </message>
    <message>
        <source>Embedding pictures…</source>
        <translation>Bilder werden ausgewertet …</translation>
    </message>
    <message>
        <source>Loading the text tower…</source>
        <translation>Textteil wird geladen …</translation>
    </message>
    <message>
        <source>Embedding texts…</source>
        <translation>Texte werden ausgewertet …</translation>
    </message>
    <message>
        <source>Trying the vocabulary…</source>
        <translation>Wortschatz wird ausprobiert …</translation>
    </message>
    <message>
        <source>Comparing pictures with texts…</source>
        <translation>Bilder werden mit Texten verglichen …</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Image tower</source>
        <translation>Bildteil</translation>
    </message>
    <message>
        <source>Text tower</source>
        <translation>Textteil</translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation>Erkannt</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>Kontextlänge</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>Dimensions of both towers</source>
        <translation>Dimensionen beider Teile</translation>
    </message>
    <message>
        <source>Inputs without a vector</source>
        <translation>Eingaben ohne Vektor</translation>
    </message>
    <message>
        <source>Length of the vectors</source>
        <translation>Länge der Vektoren</translation>
    </message>
    <message>
        <source>Same input, same vector</source>
        <translation>Gleiche Eingabe, gleicher Vektor</translation>
    </message>
    <message>
        <source>Together as alone</source>
        <translation>Zusammen wie allein</translation>
    </message>
    <message>
        <source>Padded as unpadded</source>
        <translation>Aufgefüllt wie nicht aufgefüllt</translation>
    </message>
    <message>
        <source>Likeness of different inputs</source>
        <translation>Ähnlichkeit verschiedener Eingaben</translation>
    </message>
    <message>
        <source>Share of numbers that never change</source>
        <translation>Anteil der Zahlen, die sich nie ändern</translation>
    </message>
    <message>
        <source>Pictures of any shape</source>
        <translation>Bilder jeder Form</translation>
    </message>
    <message>
        <source>Range of the pixels</source>
        <translation>Wertebereich der Pixel</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Wortschatz</translation>
    </message>
    <message>
        <source>Expected vectors</source>
        <translation>Erwartete Vektoren</translation>
    </message>
    <message>
        <source>Agreement with the CPU</source>
        <translation>Übereinstimmung mit der CPU</translation>
    </message>
    <message>
        <source>Sample photos found by their captions</source>
        <translation>Beispielfotos, die durch ihre Bildunterschrift gefunden werden</translation>
    </message>
    <message>
        <source>Red pictures seen as red</source>
        <translation>Rote Bilder, die als rot erkannt werden</translation>
    </message>
    <message>
        <source>Time for one</source>
        <translation>Zeit für eines</translation>
    </message>
    <message>
        <source>Time for one of a batch</source>
        <translation>Zeit für eines von vielen</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Highest memory of photoclip</source>
        <translation>Höchster Speicherbedarf von photoclip</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>Größe auf dem Laufwerk</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>for information</source>
        <translation>zur Information</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>{name} cannot be used.</source>
        <translation>{name} lässt sich nicht benutzen.</translation>
    </message>
    <message numerus="yes">
        <source>{name} can be used, with %Ln warning(s).</source>
        <translation>
            <numerusform>{name} lässt sich benutzen, mit %Ln Warnung.</numerusform>
            <numerusform>{name} lässt sich benutzen, mit %Ln Warnungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is as it should be.</source>
        <translation>{name} ist so, wie es sein soll.</translation>
    </message>
    <message>
        <source>{value} ({reason})</source>
        <comment>recognised</comment>
        <translation>{value} ({reason})</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>{value} (at most {limit})</source>
        <translation>{value} (höchstens {limit})</translation>
    </message>
    <message>
        <source>{value} (at least {limit})</source>
        <translation>{value} (mindestens {limit})</translation>
    </message>
    <message>
        <source>This model understands English only; your search is in {script} letters.</source>
        <translation>Dieses Modell versteht nur Englisch; Ihre Suche steht in Schriftzeichen: {script}.</translation>
    </message>
    <message>
        <source>This model was not made for {script} letters.</source>
        <translation>Dieses Modell ist nicht für diese Schriftzeichen gemacht: {script}.</translation>
    </message>
    <message>
        <source>Results may be arbitrary; a multilingual model helps.</source>
        <translation>Die Ergebnisse können beliebig sein; ein mehrsprachiges Modell hilft.</translation>
    </message>
    <message>
        <source>Arabic</source>
        <comment>letters</comment>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Armenian</source>
        <comment>letters</comment>
        <translation>Armenisch</translation>
    </message>
    <message>
        <source>Bengali</source>
        <comment>letters</comment>
        <translation>Bengalisch</translation>
    </message>
    <message>
        <source>Chinese</source>
        <comment>letters</comment>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <comment>letters</comment>
        <translation>Kyrillisch</translation>
    </message>
    <message>
        <source>Devanagari</source>
        <comment>letters</comment>
        <translation>Devanagari</translation>
    </message>
    <message>
        <source>Georgian</source>
        <comment>letters</comment>
        <translation>Georgisch</translation>
    </message>
    <message>
        <source>Greek</source>
        <comment>letters</comment>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <comment>letters</comment>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <comment>letters</comment>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Korean</source>
        <comment>letters</comment>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>Tamil</source>
        <comment>letters</comment>
        <translation>Tamilisch</translation>
    </message>
    <message>
        <source>Telugu</source>
        <comment>letters</comment>
        <translation>Telugu</translation>
    </message>
    <message>
        <source>Thai</source>
        <comment>letters</comment>
        <translation>Thailändisch</translation>
    </message>
    <message>
        <source> MB</source>
        <translation>&#xa0;MB</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Where the model runs</source>
        <translation>Wo das Modell läuft</translation>
    </message>
    <message>
        <source>For reading photos and for a model on the CPU; Automatic takes all of them.</source>
        <translation>Zum Einlesen von Fotos und für ein Modell auf der CPU; „Automatisch“ nimmt alle.</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation>Prozessorkerne</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>What a model takes of a graphics card&apos;s memory at most.</source>
        <translation>Was ein Modell vom Speicher einer Grafikkarte höchstens nimmt.</translation>
    </message>
    <message>
        <source>Memory on the graphics card</source>
        <translation>Speicher auf der Grafikkarte</translation>
    </message>
    <message>
        <source>Automatic takes the fastest.</source>
        <translation>„Automatisch“ nimmt das schnellste.</translation>
    </message>
    <message>
        <source>This is the fastest of this computer.</source>
        <translation>Das ist das schnellste dieses Computers.</translation>
    </message>
    <message>
        <source>In use: {device}. {reason}</source>
        <translation>In Gebrauch: {device}. {reason}</translation>
    </message>
    <message>
        <source>Automatic takes the fastest whose results are those of the model.</source>
        <translation>„Automatisch“ nimmt das schnellste, dessen Ergebnisse die des Modells sind.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Delete from this computer</source>
        <translation>Von diesem Computer löschen</translation>
    </message>
    <message>
        <source>Stop: {what}</source>
        <translation>Abbrechen: {what}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Asking the model hub…</source>
        <translation>Modell-Hub wird gefragt …</translation>
    </message>
    <message>
        <source>{does}: {what}</source>
        <translation>{does}: {what}</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>etwa {size}</translation>
    </message>
    <message>
        <source>many languages</source>
        <translation>viele Sprachen</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>{figure} % on ImageNet</source>
        <translation>{figure} % bei ImageNet</translation>
    </message>
    <message>
        <source>not for business</source>
        <translation>nicht kommerziell</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>auf diesem Computer</translation>
    </message>
    <message>
        <source>{size} are here already</source>
        <translation>{size} sind schon da</translation>
    </message>
    <message>
        <source>licence unknown</source>
        <translation>Lizenz unbekannt</translation>
    </message>
    <message>
        <source>ImageNet: {source}</source>
        <translation>ImageNet: {source}</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>photos.csv</source>
        <translation>Fotos.csv</translation>
    </message>
    <message>
        <source>Labels (*.txt *.json)</source>
        <translation>Schlagwörter (*.txt *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>labels.txt</source>
        <translation>Schlagwörter.txt</translation>
    </message>
    <message>
        <source>{photos} selected</source>
        <translation>{photos} ausgewählt</translation>
    </message>
    <message>
        <source>Score {score}</source>
        <translation>Wert {score}</translation>
    </message>
    <message>
        <source>Scores {lowest} to {highest}</source>
        <translation>Werte {lowest} bis {highest}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s) accepted</source>
        <translation>
            <numerusform>%Ln Vorschlag angenommen</numerusform>
            <numerusform>%Ln Vorschläge angenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s) rejected</source>
        <translation>
            <numerusform>%Ln Vorschlag abgelehnt</numerusform>
            <numerusform>%Ln Vorschläge abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s) put off</source>
        <translation>
            <numerusform>%Ln Vorschlag zurückgestellt</numerusform>
            <numerusform>%Ln Vorschläge zurückgestellt</numerusform>
        </translation>
    </message>
    <message>
        <source>Suggested by photoclip</source>
        <translation>Vorschlag von photoclip</translation>
    </message>
    <message>
        <source>Suggested by photoclip, score {score}</source>
        <translation>Vorschlag von photoclip, Wert {score}</translation>
    </message>
    <message>
        <source>You said so</source>
        <translation>Von Ihnen festgelegt</translation>
    </message>
    <message>
        <source>From the file: another program wrote it</source>
        <translation>Aus der Datei: Ein anderes Programm hat es geschrieben</translation>
    </message>
    <message>
        <source>Accepted by photoclip itself</source>
        <translation>Von photoclip selbst angenommen</translation>
    </message>
    <message>
        <source>Accepted by photoclip itself, score {score}</source>
        <translation>Von photoclip selbst angenommen, Wert {score}</translation>
    </message>
    <message>
        <source>Suggested for {photos}</source>
        <translation>Vorgeschlagen für {photos}</translation>
    </message>
    <message>
        <source>On all chosen photos</source>
        <translation>Bei allen ausgewählten Fotos</translation>
    </message>
    <message>
        <source>On {count} of {photos}</source>
        <translation>Bei {count} von {photos}</translation>
    </message>
    <message>
        <source>There is a new label “{name}”.</source>
        <translation>Es gibt ein neues Schlagwort „{name}“.</translation>
    </message>
    <message>
        <source>Nothing to change for “{name}”.</source>
        <translation>Für „{name}“ gibt es nichts zu ändern.</translation>
    </message>
    <message numerus="yes">
        <source>There is a new label “{name}”, on %Ln photo(s).</source>
        <translation>
            <numerusform>Es gibt ein neues Schlagwort „{name}“ für %Ln Foto.</numerusform>
            <numerusform>Es gibt ein neues Schlagwort „{name}“ für %Ln Fotos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is on %Ln more photo(s).</source>
        <translation>
            <numerusform>„{name}“ gilt für %Ln weiteres Foto.</numerusform>
            <numerusform>„{name}“ gilt für %Ln weitere Fotos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is not on %Ln photo(s).</source>
        <translation>
            <numerusform>„{name}“ gilt nicht für %Ln Foto.</numerusform>
            <numerusform>„{name}“ gilt nicht für %Ln Fotos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is as it was on %Ln photo(s).</source>
        <translation>
            <numerusform>„{name}“ ist bei %Ln Foto wieder wie vorher.</numerusform>
            <numerusform>„{name}“ ist bei %Ln Fotos wieder wie vorher.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{photos}, %Ln of them only suggested</source>
        <translation>
            <numerusform>{photos}, %Ln davon nur vorgeschlagen</numerusform>
            <numerusform>{photos}, %Ln davon nur vorgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>%Ln Vorschlag</numerusform>
            <numerusform>%Ln Vorschläge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln Schlagwort</numerusform>
            <numerusform>%Ln Schlagwörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) or folder(s) are not in the library: watch their folder first.</source>
        <translation>
            <numerusform>%Ln Datei oder Ordner ist nicht in der Bibliothek: Überwachen Sie zuerst den Ordner.</numerusform>
            <numerusform>%Ln Dateien oder Ordner sind nicht in der Bibliothek: Überwachen Sie zuerst deren Ordner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more file(s) cannot be used.</source>
        <translation>
            <numerusform>%Ln weitere Datei kann nicht benutzt werden.</numerusform>
            <numerusform>%Ln weitere Dateien können nicht benutzt werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s) left out: take the pictures themselves.</source>
        <translation>
            <numerusform>%Ln Ordner ausgelassen: Nehmen Sie die Bilder selbst.</numerusform>
            <numerusform>%Ln Ordner ausgelassen: Nehmen Sie die Bilder selbst.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is not used: {reason}.</source>
        <translation>„{name}“ wird nicht benutzt: {reason}.</translation>
    </message>
    <message>
        <source>changed since it was applied</source>
        <translation>seit der Anwendung geändert</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Everyday</source>
        <translation>Alltag</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>Natur</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Reisen</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n}&#xa0;%</translation>
    </message>
    <message>
        <source>Few but sure</source>
        <translation>Wenige, aber sichere</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Generous</source>
        <translation>Großzügig</translation>
    </message>
    <message>
        <source>The usual ones</source>
        <translation>Die üblichen</translation>
    </message>
    <message>
        <source>Photos of things</source>
        <translation>Fotos von Dingen</translation>
    </message>
    <message>
        <source>As it is written</source>
        <translation>Wie geschrieben</translation>
    </message>
    <message>
        <source>Scenes and places</source>
        <translation>Szenen und Orte</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Short words</source>
        <translation>Kurze Wörter</translation>
    </message>
    <message>
        <source>No photos are indexed yet</source>
        <translation>Es sind noch keine Fotos eingelesen</translation>
    </message>
    <message>
        <source>Too few photos to tell</source>
        <translation>Zu wenige Fotos für ein Urteil</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Nichts würde sich ändern.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) would get the label</source>
        <translation>
            <numerusform>%Ln Foto bekäme das Schlagwort</numerusform>
            <numerusform>%Ln Fotos bekämen das Schlagwort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) would be suggested</source>
        <translation>
            <numerusform>%Ln Foto würde vorgeschlagen</numerusform>
            <numerusform>%Ln Fotos würden vorgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln would lose it</source>
        <translation>
            <numerusform>%Ln würde es verlieren</numerusform>
            <numerusform>%Ln würden es verlieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation>Nichts hat sich geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) gained</source>
        <translation>
            <numerusform>%Ln Foto hinzugekommen</numerusform>
            <numerusform>%Ln Fotos hinzugekommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost</source>
        <translation>
            <numerusform>%Ln entfallen</numerusform>
            <numerusform>%Ln entfallen</numerusform>
        </translation>
    </message>
    <message>
        <source>about {share} right (estimate)</source>
        <translation>etwa {share} richtig (geschätzt)</translation>
    </message>
    <message>
        <source>Sidecar</source>
        <translation>Begleitdatei</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Labels in</source>
        <translation>Kommen hinzu</translation>
    </message>
    <message>
        <source>Labels out</source>
        <translation>Fallen weg</translation>
    </message>
    <message>
        <source>Cannot be done</source>
        <translation>Nicht möglich</translation>
    </message>
    <message>
        <source>New</source>
        <comment>of a sidecar</comment>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Changed</source>
        <comment>of a sidecar</comment>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Deleted</source>
        <comment>of a sidecar</comment>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Nothing to write</source>
        <translation>Nichts zu schreiben</translation>
    </message>
    <message numerus="yes">
        <source>What was written to %Ln sidecar(s) is taken back</source>
        <translation>
            <numerusform>Was in %Ln Begleitdatei geschrieben wurde, ist zurückgenommen</numerusform>
            <numerusform>Was in %Ln Begleitdateien geschrieben wurde, ist zurückgenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags are in %Ln sidecar(s)</source>
        <translation>
            <numerusform>Schlagwörter stehen in %Ln Begleitdatei</numerusform>
            <numerusform>Schlagwörter stehen in %Ln Begleitdateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be done</source>
        <translation>
            <numerusform>bei %Ln Datei war es nicht möglich</numerusform>
            <numerusform>bei %Ln Dateien war es nicht möglich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <comment>sidecars</comment>
        <translation>
            <numerusform>%Ln neu</numerusform>
            <numerusform>%Ln neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <comment>sidecars</comment>
        <translation>
            <numerusform>%Ln geändert</numerusform>
            <numerusform>%Ln geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted</source>
        <comment>sidecars</comment>
        <translation>
            <numerusform>%Ln gelöscht</numerusform>
            <numerusform>%Ln gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) in</source>
        <translation>
            <numerusform>%Ln Schlagwort kommt hinzu</numerusform>
            <numerusform>%Ln Schlagwörter kommen hinzu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) out</source>
        <translation>
            <numerusform>%Ln Schlagwort fällt weg</numerusform>
            <numerusform>%Ln Schlagwörter fallen weg</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left as they are</source>
        <comment>sidecars</comment>
        <translation>
            <numerusform>%Ln unverändert</numerusform>
            <numerusform>%Ln unverändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be done</source>
        <comment>sidecars</comment>
        <translation>
            <numerusform>%Ln nicht möglich</numerusform>
            <numerusform>%Ln nicht möglich</numerusform>
        </translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Blaugrün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Braun</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Score {score}. Nothing is suggested for this label: {reason}.</source>
        <translation>Wert {score}. Für dieses Schlagwort wird nichts vorgeschlagen: {reason}.</translation>
    </message>
    <message>
        <source>Score {score}, at least {threshold} is enough.</source>
        <translation>Wert {score}, ab {threshold} reicht es.</translation>
    </message>
    <message>
        <source>Score {score}, less than {threshold}, which would be enough.</source>
        <translation>Wert {score}, erst ab {threshold} reicht es.</translation>
    </message>
    <message>
        <source>Who said so</source>
        <translation>Festgelegt durch</translation>
    </message>
    <message>
        <source>Best prompt</source>
        <translation>Beste Beschreibung</translation>
    </message>
    <message>
        <source>Other prompts</source>
        <translation>Weitere Beschreibungen</translation>
    </message>
    <message>
        <source>about {share} % right</source>
        <translation>etwa {share}&#xa0;% richtig</translation>
    </message>
    <message>
        <source>What reaches it</source>
        <translation>Was so viel erreicht</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>Gelernt aus</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of your decisions</source>
        <translation>
            <numerusform>%Ln Ihrer Entscheidungen</numerusform>
            <numerusform>%Ln Ihrer Entscheidungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Version of the label</source>
        <translation>Fassung des Schlagworts</translation>
    </message>
    <message>
        <source>{score}, enough</source>
        <translation>{score}, das reicht</translation>
    </message>
    <message>
        <source>{score} of {threshold}</source>
        <translation>{score} von {threshold}</translation>
    </message>
    <message>
        <source>picture</source>
        <comment>input of a model</comment>
        <translation>Bild</translation>
    </message>
    <message>
        <source>text</source>
        <comment>input of a model</comment>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>AboveBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Accept from this score on</source>
        <translation>Ab diesem Wert annehmen</translation>
    </message>
    <message numerus="yes">
        <source>Accept %Ln photo(s)</source>
        <translation>
            <numerusform>%Ln Foto annehmen</numerusform>
            <numerusform>%Ln Fotos annehmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlbumChooser</name>
    <message>
        <source>Add to an album</source>
        <translation>Zu einem Album hinzufügen</translation>
    </message>
    <message>
        <source>Type the name of an album</source>
        <translation>Namen eines Albums eingeben</translation>
    </message>
    <message>
        <source>No album is called so.</source>
        <translation>Kein Album heißt so.</translation>
    </message>
    <message>
        <source>New album “{name}”</source>
        <translation>Neues Album „{name}“</translation>
    </message>
    <message>
        <source>New album</source>
        <translation>Neues Album</translation>
    </message>
</context>
<context>
    <name>AlbumNotices</name>
    <message>
        <source>“{name}” is a new album with {photos}.</source>
        <translation>„{name}“ ist ein neues Album mit {photos}.</translation>
    </message>
    <message>
        <source>“{before}” is now called “{name}”.</source>
        <translation>„{before}“ heißt jetzt „{name}“.</translation>
    </message>
    <message>
        <source>The album “{name}” was deleted. No photo was touched.</source>
        <translation>Das Album „{name}“ wurde gelöscht. Die Fotos blieben unberührt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) added to “{name}”.</source>
        <translation>
            <numerusform>%Ln Foto zu „{name}“ hinzugefügt.</numerusform>
            <numerusform>%Ln Fotos zu „{name}“ hinzugefügt.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them are in “{name}” already.</source>
        <translation>Alle sind schon in „{name}“.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) or folder(s) are not in the library: watch their folder first.</source>
        <translation>
            <numerusform>%Ln Datei oder Ordner ist nicht in der Bibliothek: Überwachen Sie zuerst den Ordner.</numerusform>
            <numerusform>%Ln Dateien oder Ordner sind nicht in der Bibliothek: Überwachen Sie zuerst deren Ordner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) taken out of “{name}”. No file was touched.</source>
        <translation>
            <numerusform>%Ln Foto aus „{name}“ herausgenommen. Keine Datei wurde verändert.</numerusform>
            <numerusform>%Ln Fotos aus „{name}“ herausgenommen. Keine Datei wurde verändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” keeps this order.</source>
        <translation>„{name}“ behält diese Reihenfolge.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) moved in “{name}”.</source>
        <translation>
            <numerusform>%Ln Foto in „{name}“ verschoben.</numerusform>
            <numerusform>%Ln Fotos in „{name}“ verschoben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new album(s): {names}</source>
        <translation>
            <numerusform>%Ln neues Album: {names}</numerusform>
            <numerusform>%Ln neue Alben: {names}</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>AlbumWiring</name>
    <message>
        <source>albums, collection, put together</source>
        <translation>Alben, Sammlung, zusammenstellen</translation>
    </message>
    <message>
        <source>Add to an album…</source>
        <translation>Zu einem Album hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Take out of the album</source>
        <translation>Aus dem Album herausnehmen</translation>
    </message>
    <message>
        <source>New album of the chosen photos</source>
        <translation>Neues Album aus den ausgewählten Fotos</translation>
    </message>
    <message>
        <source>Keep the order that is shown in the album</source>
        <translation>Gezeigte Reihenfolge im Album behalten</translation>
    </message>
    <message>
        <source>Divide the album by labels…</source>
        <translation>Album nach Schlagwörtern aufteilen&#xa0;…</translation>
    </message>
    <message>
        <source>Put the photos in another order first: by date or by name.</source>
        <translation>Ordnen Sie die Fotos zuerst anders: nach Datum oder nach Namen.</translation>
    </message>
    <message>
        <source>New album</source>
        <translation>Neues Album</translation>
    </message>
    <message>
        <source>No label has two photos of “{name}”. Tag its photos first.</source>
        <translation>Kein Schlagwort gilt für zwei Fotos von „{name}“. Geben Sie den Fotos zuerst Schlagwörter.</translation>
    </message>
</context>
<context>
    <name>AlbumsBlock</name>
    <message>
        <source>Albums</source>
        <translation>Alben</translation>
    </message>
</context>
<context>
    <name>AlbumsSection</name>
    <message>
        <source>Albums</source>
        <translation>Alben</translation>
    </message>
    <message>
        <source>New album</source>
        <translation>Neues Album</translation>
    </message>
    <message>
        <source>New album of the chosen photos</source>
        <translation>Neues Album aus den ausgewählten Fotos</translation>
    </message>
    <message>
        <source>New smart album of this search</source>
        <translation>Neues intelligentes Album aus dieser Suche</translation>
    </message>
    <message>
        <source>Suggest tags for its photos</source>
        <translation>Schlagwörter für die Fotos vorschlagen</translation>
    </message>
    <message>
        <source>Divide by labels…</source>
        <translation>Nach Schlagwörtern aufteilen&#xa0;…</translation>
    </message>
    <message>
        <source>Delete album</source>
        <translation>Album löschen</translation>
    </message>
    <message>
        <source>Drop to make an album of this</source>
        <translation>Ablegen, um daraus ein Album zu machen</translation>
    </message>
    <message>
        <source>Drop to put this into “{name}”</source>
        <translation>Ablegen, um dies in „{name}“ aufzunehmen</translation>
    </message>
    <message>
        <source>Drop photos here</source>
        <translation>Fotos hier ablegen</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>{title} failed</source>
        <translation>{title} ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>{title} is complete</source>
        <translation>{title} ist abgeschlossen</translation>
    </message>
</context>
<context>
    <name>ApplyBar</name>
    <message>
        <source>Apply…</source>
        <translation>Anwenden&#xa0;…</translation>
    </message>
    <message>
        <source>Photos to apply it to</source>
        <translation>Fotos, auf die es angewendet wird</translation>
    </message>
    <message>
        <source>Suggest or label</source>
        <translation>Vorschlagen oder vergeben</translation>
    </message>
    <message>
        <source>as suggestions</source>
        <translation>als Vorschläge</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
</context>
<context>
    <name>ArrangingWiring</name>
    <message>
        <source>Larger photos</source>
        <translation>Größere Fotos</translation>
    </message>
    <message>
        <source>Smaller photos</source>
        <translation>Kleinere Fotos</translation>
    </message>
    <message>
        <source>Best match first</source>
        <translation>Beste Treffer zuerst</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>In the order of names</source>
        <translation>Nach Namen geordnet</translation>
    </message>
    <message>
        <source>In folders</source>
        <translation>Nach Ordnern geordnet</translation>
    </message>
    <message>
        <source>sort order, group</source>
        <translation>Reihenfolge, sortieren, gruppieren</translation>
    </message>
    <message>
        <source>Select all of this day or folder</source>
        <translation>Alle von diesem Tag oder Ordner auswählen</translation>
    </message>
    <message>
        <source>Forget recent searches</source>
        <translation>Letzte Suchen vergessen</translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>photoclip goes on in the background</source>
        <translation>photoclip arbeitet im Hintergrund weiter</translation>
    </message>
    <message>
        <source>Its icon in the panel opens the window again, and quits.</source>
        <translation>Über das Symbol im Infobereich lässt sich das Fenster wieder öffnen und photoclip beenden.</translation>
    </message>
</context>
<context>
    <name>ChangedBar</name>
    <message>
        <source>Show what would change</source>
        <translation>Zeigen, was sich ändern würde</translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) or the model changed since they were applied: {names}</source>
        <translation>
            <numerusform>%Ln Schlagwort oder das Modell hat sich seit der Anwendung geändert: {names}</numerusform>
            <numerusform>%Ln Schlagwörter oder das Modell haben sich seit der Anwendung geändert: {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No key does that.</source>
        <translation>Dafür gibt es keine Taste.</translation>
    </message>
    <message>
        <source>Filter by what a key does, or by the key</source>
        <translation>Nach Funktion oder Taste filtern</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove from the search</source>
        <translation>Aus der Suche entfernen</translation>
    </message>
    <message>
        <source>Only these photos</source>
        <translation>Nur diese Fotos</translation>
    </message>
    <message>
        <source>All but these photos</source>
        <translation>Alle außer diesen Fotos</translation>
    </message>
    <message>
        <source>{what}, remove</source>
        <translation>{what}, entfernen</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColorButton</name>
    <message>
        <source>No colour</source>
        <translation>Keine Farbe</translation>
    </message>
    <message>
        <source>Colour: {name}</source>
        <translation>Farbe: {name}</translation>
    </message>
</context>
<context>
    <name>ColorMenu</name>
    <message>
        <source>No colour</source>
        <translation>Keine Farbe</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Andere&#xa0;…</translation>
    </message>
    <message>
        <source>Colour of the label</source>
        <translation>Farbe des Schlagworts</translation>
    </message>
</context>
<context>
    <name>CompareWiring</name>
    <message>
        <source>Compare models…</source>
        <translation>Modelle vergleichen …</translation>
    </message>
    <message>
        <source>No more photos are within reach.</source>
        <translation>Mehr Fotos sind nicht erreichbar.</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>Compare models</source>
        <translation>Modelle vergleichen</translation>
    </message>
    <message>
        <source> photos</source>
        <translation>&#xa0;Fotos</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Opening the models…</source>
        <translation>Modelle werden geöffnet …</translation>
    </message>
    <message>
        <source>Choose two different models.</source>
        <translation>Wählen Sie zwei verschiedene Modelle aus.</translation>
    </message>
    <message>
        <source>Model on the left</source>
        <translation>Modell links</translation>
    </message>
    <message>
        <source>Model on the right</source>
        <translation>Modell rechts</translation>
    </message>
    <message>
        <source>Photos to compare over</source>
        <translation>Fotos, über die verglichen wird</translation>
    </message>
    <message>
        <source>Searches, one on each line</source>
        <translation>Suchen, eine je Zeile</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>Fortschritt des Vergleichs</translation>
    </message>
    <message>
        <source>beside</source>
        <translation>neben</translation>
    </message>
</context>
<context>
    <name>ComparisonRun</name>
    <message>
        <source>Opening the models…</source>
        <translation>Modelle werden geöffnet …</translation>
    </message>
    <message>
        <source>Comparing models</source>
        <translation>Modelle vergleichen</translation>
    </message>
    <message>
        <source>The models are compared</source>
        <translation>Die Modelle sind verglichen</translation>
    </message>
</context>
<context>
    <name>ConfirmBar</name>
    <message>
        <source>Move to the trash</source>
        <translation>In den Papierkorb verschieben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Confirmation</name>
    <message>
        <source>delete</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Type “{word}” to go on. This cannot be undone.</source>
        <translation>Zum Fortfahren „{word}“ eingeben. Das lässt sich nicht rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>ContextMenus</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>In der Dateiverwaltung zeigen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
</context>
<context>
    <name>DateRange</name>
    <message>
        <source>Photos of these days</source>
        <translation>Fotos dieser Tage</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Tick one of them at least.</source>
        <translation>Kreuzen Sie mindestens eines an.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>Das Ende liegt vor dem Anfang.</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Details ausblenden</translation>
    </message>
    <message>
        <source>No photo selected</source>
        <translation>Kein Foto ausgewählt</translation>
    </message>
    <message>
        <source>Select a photo to see when, where and how it was taken.</source>
        <translation>Wählen Sie ein Foto aus, um zu sehen, wann, wo und wie es aufgenommen wurde.</translation>
    </message>
</context>
<context>
    <name>DiffCard</name>
    <message>
        <source>Gain it</source>
        <translation>Kommen hinzu</translation>
    </message>
    <message>
        <source>Lose it</source>
        <translation>Fallen weg</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>Downloading {model}</source>
        <translation>{model} herunterladen</translation>
    </message>
    <message>
        <source>Asking the model hub…</source>
        <translation>Modell-Hub wird gefragt …</translation>
    </message>
    <message>
        <source>{size} are here and verified</source>
        <translation>{size} sind da und geprüft</translation>
    </message>
    <message>
        <source>What came is kept, and gone on from the next time.</source>
        <translation>Was ankam, bleibt und wird beim nächsten Mal fortgesetzt.</translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message>
        <source>Looking for duplicates</source>
        <translation>Duplikate suchen</translation>
    </message>
    <message>
        <source>Moving duplicates to the trash</source>
        <translation>Duplikate in den Papierkorb verschieben</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Look again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>Move all others to the trash…</source>
        <translation>Alle anderen in den Papierkorb …</translation>
    </message>
    <message>
        <source>Show more groups</source>
        <translation>Weitere Gruppen zeigen</translation>
    </message>
    <message>
        <source>Look for duplicates</source>
        <translation>Duplikate suchen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>You can do other things meanwhile.</source>
        <translation>Sie können unterdessen anderes tun.</translation>
    </message>
    <message>
        <source>Find photos that are one picture</source>
        <translation>Fotos finden, die dasselbe Bild zeigen</translation>
    </message>
    <message>
        <source>Copies that were resized, compressed, cropped, turned or recoloured are put beside each other with the best one proposed. Nothing is moved until you say so.</source>
        <translation>Kopien, die verkleinert, komprimiert, zugeschnitten, gedreht oder umgefärbt wurden, werden nebeneinandergestellt, und die beste wird vorgeschlagen. Nichts wird verschoben, bevor Sie es sagen.</translation>
    </message>
    <message>
        <source>Kind of duplicates</source>
        <translation>Art der Duplikate</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>{photos} could not be looked at; their disk may not be connected.</source>
        <translation>{photos} ließen sich nicht ansehen; vielleicht ist das Laufwerk nicht verbunden.</translation>
    </message>
    <message>
        <source>No duplicates</source>
        <translation>Keine Duplikate</translation>
    </message>
    <message>
        <source>No duplicates of this kind</source>
        <translation>Keine Duplikate dieser Art</translation>
    </message>
    <message>
        <source>No photo of the library is a copy of another one.</source>
        <translation>Kein Foto der Bibliothek ist die Kopie eines anderen.</translation>
    </message>
</context>
<context>
    <name>DuplicatesWiring</name>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>copies same twice clean up</source>
        <translation>Kopien gleich doppelt aufräumen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) stayed: {reason}</source>
        <translation>
            <numerusform>%Ln Datei blieb: {reason}</numerusform>
            <numerusform>%Ln Dateien blieben: {reason}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Accept without asking</source>
        <translation>Ohne Rückfrage annehmen</translation>
    </message>
    <message>
        <source>Examples that show it</source>
        <translation>Beispiele, die es zeigen</translation>
    </message>
    <message>
        <source>Examples that do not</source>
        <translation>Beispiele, die es nicht zeigen</translation>
    </message>
    <message>
        <source>our dog</source>
        <translation>unser Hund</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>What the photos show, one description a line</source>
        <translation>Was die Fotos zeigen, eine Beschreibung je Zeile</translation>
    </message>
    <message>
        <source>a brown dog on a sofa
a dog running on a beach</source>
        <translation>a brown dog on a sofa
a dog running on a beach</translation>
    </message>
    <message>
        <source>Words around the descriptions</source>
        <translation>Wörter um die Beschreibungen</translation>
    </message>
    <message>
        <source>Photos that pass get the label at once; otherwise they are suggested first.</source>
        <translation>Fotos, die passen, bekommen das Schlagwort sofort; sonst werden sie erst vorgeschlagen.</translation>
    </message>
    <message>
        <source>Drop photos here, or say A or R to the photos beside.</source>
        <translation>Fotos hier ablegen oder bei den Fotos daneben A oder R drücken.</translation>
    </message>
    <message>
        <source>Drop photos here that do not show it.</source>
        <translation>Fotos hier ablegen, die es nicht zeigen.</translation>
    </message>
    <message>
        <source>Name; a parent stands before a slash, as in animals/dog</source>
        <translation>Name; ein Oberbegriff steht vor einem Schrägstrich, wie in Tiere/Hund</translation>
    </message>
    <message>
        <source>What the photos show, one description a line (else the name)</source>
        <translation>Was die Fotos zeigen, eine Beschreibung je Zeile (sonst der Name)</translation>
    </message>
    <message>
        <source>Note to yourself</source>
        <translation>Notiz für Sie selbst</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
</context>
<context>
    <name>ErrorPage</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>Examining</name>
    <message>
        <source>Checking {name}</source>
        <translation>{name} prüfen</translation>
    </message>
</context>
<context>
    <name>ExportWiring</name>
    <message>
        <source>export, results, hits</source>
        <translation>exportieren, Ergebnisse, Treffer</translation>
    </message>
    <message>
        <source>Copy to a folder…</source>
        <translation>In einen Ordner kopieren …</translation>
    </message>
    <message>
        <source>Copy all shown photos to a folder…</source>
        <translation>Alle gezeigten Fotos in einen Ordner kopieren …</translation>
    </message>
    <message>
        <source>Copy the paths of all shown photos</source>
        <translation>Pfade aller gezeigten Fotos kopieren</translation>
    </message>
    <message>
        <source>Save a list of all shown photos…</source>
        <translation>Liste aller gezeigten Fotos speichern …</translation>
    </message>
    <message>
        <source>Save the tags of all shown photos…</source>
        <translation>Schlagwörter aller gezeigten Fotos speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Save a list of photos</source>
        <translation>Liste von Fotos speichern</translation>
    </message>
    <message>
        <source>Save a table of tags</source>
        <translation>Tabelle der Schlagwörter speichern</translation>
    </message>
    <message>
        <source>Copy photos to</source>
        <translation>Fotos kopieren nach</translation>
    </message>
    <message>
        <source>There are no photos here.</source>
        <translation>Hier gibt es keine Fotos.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>The list is in {path}.</source>
        <translation>Die Liste liegt in {path}.</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>In der Dateiverwaltung zeigen</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Copying photos</source>
        <translation>Fotos kopieren</translation>
    </message>
    <message>
        <source>What was copied stays.</source>
        <translation>Was kopiert wurde, bleibt.</translation>
    </message>
</context>
<context>
    <name>FetchWiring</name>
    <message>
        <source>This is a link, and photoclip downloads nothing by itself. The picture lies on {host}, which will see your address if you fetch it.</source>
        <translation>Das ist ein Link, und photoclip lädt nichts von selbst herunter. Das Bild liegt auf {host}; dort wird Ihre Adresse sichtbar, wenn Sie es holen.</translation>
    </message>
    <message>
        <source>Fetch the picture from {host}</source>
        <translation>Bild von {host} holen</translation>
    </message>
    <message>
        <source>Fetching the picture from {host}…</source>
        <translation>Bild wird von {host} geholt&#xa0;…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>In der Dateiverwaltung zeigen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Changed {time}</source>
        <translation>Geändert {time}</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
</context>
<context>
    <name>FilesBlock</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln other(s)</source>
        <comment>files</comment>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Filmstrip</source>
        <translation>Filmstreifen</translation>
    </message>
    <message>
        <source>Photo {n} of {total}</source>
        <translation>Foto {n} von {total}</translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>With Shift held: all but these</source>
        <translation>Mit Umschalttaste: alle außer diesen</translation>
    </message>
    <message>
        <source>Choose a photo that tells where it was taken</source>
        <translation>Ein Foto auswählen, das seinen Ort kennt</translation>
    </message>
    <message>
        <source>Type another…</source>
        <translation>Anderen Wert eingeben&#xa0;…</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <source>All of this year</source>
        <translation>Das ganze Jahr</translation>
    </message>
</context>
<context>
    <name>FolderWiring</name>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Add the sample photos</source>
        <translation>Beispielfotos hinzufügen</translation>
    </message>
    <message>
        <source>Look for new photos now</source>
        <translation>Jetzt nach neuen Fotos suchen</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner auswählen</translation>
    </message>
    <message>
        <source>Polling</source>
        <translation>Wird regelmäßig geprüft</translation>
    </message>
    <message>
        <source>Where is “{name}” now?</source>
        <translation>Wo liegt „{name}“ jetzt?</translation>
    </message>
    <message>
        <source>“{name}” is now watched at {path}.</source>
        <translation>„{name}“ wird jetzt unter {path} überwacht.</translation>
    </message>
    <message>
        <source>Watching “{name}”.</source>
        <translation>„{name}“ wird überwacht.</translation>
    </message>
    <message>
        <source>“{name}” is not watched any more. Its files were not touched.</source>
        <translation>„{name}“ wird nicht mehr überwacht. Die Dateien blieben unberührt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>FoldersSection</name>
    <message>
        <source>Watched folders</source>
        <translation>Überwachte Ordner</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <comment>heading of the side panel</comment>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Watch another folder…</source>
        <translation>Weiteren Ordner überwachen&#xa0;…</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>In der Dateiverwaltung zeigen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Look for new photos in it</source>
        <translation>Darin nach neuen Fotos suchen</translation>
    </message>
    <message>
        <source>Suggest tags for its photos</source>
        <translation>Schlagwörter für die Fotos vorschlagen</translation>
    </message>
    <message>
        <source>photos are coming in</source>
        <translation>Fotos kommen hinzu</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>überwacht</translation>
    </message>
    <message>
        <source>looked at from time to time</source>
        <translation>wird von Zeit zu Zeit geprüft</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>Locate folder…</source>
        <translation>Ordner suchen&#xa0;…</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Nicht mehr überwachen</translation>
    </message>
    <message>
        <source>No folder yet</source>
        <translation>Noch kein Ordner</translation>
    </message>
    <message>
        <source>No folder is watched yet.</source>
        <translation>Noch keine Ordner.</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source> min</source>
        <translation>&#xa0;min</translation>
    </message>
    <message>
        <source> megapixels</source>
        <translation>&#xa0;Megapixel</translation>
    </message>
    <message>
        <source>New photos in them are found by themselves. Nothing in them is changed.</source>
        <translation>Neue Fotos darin werden von selbst gefunden. Nichts darin wird verändert.</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Folders with these names are never entered; * and ? stand for any letters. Hidden folders, folders with a file called .nomedia, and photoclip&apos;s own thumbnails are always left out.</source>
        <translation>Ordner mit diesen Namen werden nie betreten; * und ? stehen für beliebige Zeichen. Versteckte Ordner, Ordner mit einer Datei namens .nomedia und die eigenen Vorschaubilder von photoclip werden immer ausgelassen.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>Look through all folders</source>
        <translation>Alle Ordner durchsehen</translation>
    </message>
    <message>
        <source>Beside what the system reports at once, for changes that it missed.</source>
        <translation>Zusätzlich zu dem, was das System sofort meldet, für Änderungen, die ihm entgangen sind.</translation>
    </message>
    <message>
        <source>Largest picture</source>
        <translation>Größtes Bild</translation>
    </message>
    <message>
        <source>Larger ones are listed under problems and never opened.</source>
        <translation>Größere werden unter „Probleme“ aufgeführt und nie geöffnet.</translation>
    </message>
</context>
<context>
    <name>GeneralSection</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>System follows the light or dark choice of your computer.</source>
        <translation>„System“ richtet sich nach der hellen oder dunklen Einstellung Ihres Computers.</translation>
    </message>
    <message>
        <source>Size of the photos</source>
        <translation>Größe der Fotos</translation>
    </message>
    <message>
        <source>How large photos are in the grid. The slider above it does the same.</source>
        <translation>Wie groß Fotos im Raster sind. Der Schieberegler darüber bewirkt dasselbe.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Sprache des Fensters</translation>
    </message>
    <message>
        <source>Dates and numbers follow it as well.</source>
        <translation>Auch Datum und Zahlen richten sich danach.</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Go on when the window is closed</source>
        <translation>Nach dem Schließen des Fensters weiterarbeiten</translation>
    </message>
    <message>
        <source>photoclip stays in the tray, watches your folders and goes on indexing. Quit ends it for good.</source>
        <translation>photoclip bleibt im Infobereich, überwacht Ihre Ordner und liest weiter ein. „Beenden“ schließt es ganz.</translation>
    </message>
    <message>
        <source>Tell when long work is done</source>
        <translation>Melden, wenn lange Arbeiten fertig sind</translation>
    </message>
    <message>
        <source>A message of the desktop, while another window is in front.</source>
        <translation>Eine Meldung der Arbeitsumgebung, solange ein anderes Fenster vorn ist.</translation>
    </message>
</context>
<context>
    <name>Getting</name>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Another repository of the model hub: org/name</source>
        <translation>Anderes Repository des Modell-Hubs: org/name</translation>
    </message>
    <message>
        <source>Repository to download</source>
        <translation>Repository zum Herunterladen</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln model(s)</source>
        <translation>
            <numerusform>%Ln Modell zeigen</numerusform>
            <numerusform>Alle %Ln Modelle zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupCard</name>
    <message>
        <source>Move the others to the trash…</source>
        <translation>Die anderen in den Papierkorb …</translation>
    </message>
    <message>
        <source>Show {files} more</source>
        <translation>{files} mehr zeigen</translation>
    </message>
</context>
<context>
    <name>HelpWiring</name>
    <message>
        <source>All commands…</source>
        <translation>Alle Befehle&#xa0;…</translation>
    </message>
    <message>
        <source>command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>cheat sheet, keys, shortcuts</source>
        <translation>Übersicht, Tasten, Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>IndexWiring</name>
    <message>
        <source>Pause or go on with all tasks</source>
        <translation>Alle Aufgaben anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>Alle Aufgaben</translation>
    </message>
</context>
<context>
    <name>Indexing</name>
    <message>
        <source>Indexing</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Auf dem neuesten Stand</translation>
    </message>
    <message>
        <source>Indexing was stopped · F5 goes on with it</source>
        <translation>Einlesen wurde abgebrochen · F5 setzt es fort</translation>
    </message>
    <message>
        <source>Indexing does not work now</source>
        <translation>Einlesen funktioniert gerade nicht</translation>
    </message>
</context>
<context>
    <name>Information</name>
    <message>
        <source>Information</source>
        <translation>Informationen</translation>
    </message>
</context>
<context>
    <name>InformationBlock</name>
    <message>
        <source>Information</source>
        <translation>Informationen</translation>
    </message>
</context>
<context>
    <name>LabelPage</name>
    <message>
        <source>All labels</source>
        <translation>Alle Schlagwörter</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Create label</source>
        <translation>Schlagwort anlegen</translation>
    </message>
    <message>
        <source>Define</source>
        <translation>Festlegen</translation>
    </message>
    <message>
        <source>Tune</source>
        <translation>Abstimmen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Write a name, and the photos that would get the label show up here.</source>
        <translation>Geben Sie einen Namen ein; die Fotos, die das Schlagwort bekämen, erscheinen dann hier.</translation>
    </message>
    <message>
        <source>No photo. Move the slider to the right.</source>
        <translation>Kein Foto. Ziehen Sie den Regler nach rechts.</translation>
    </message>
    <message>
        <source>{finding}. The photos that come closest are on the other side: accept some that show it, describe it in other words, or move the slider.</source>
        <translation>{finding}. Die ähnlichsten Fotos sind auf der anderen Seite: Nehmen Sie einige an, die es zeigen, beschreiben Sie es mit anderen Wörtern, oder ziehen Sie den Regler.</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Neues Schlagwort</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Comparing with your photos</source>
        <translation>Vergleich mit Ihren Fotos</translation>
    </message>
</context>
<context>
    <name>LabelWiring</name>
    <message>
        <source>labels, tags, keywords, categories</source>
        <translation>Schlagwörter, Stichwörter, Etiketten, Tags, Kategorien</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>New label…</source>
        <translation>Neues Schlagwort&#xa0;…</translation>
    </message>
    <message>
        <source>Import labels…</source>
        <translation>Schlagwörter importieren&#xa0;…</translation>
    </message>
    <message>
        <source>Export labels…</source>
        <translation>Schlagwörter exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Import labels</source>
        <translation>Schlagwörter importieren</translation>
    </message>
    <message>
        <source>Export labels</source>
        <translation>Schlagwörter exportieren</translation>
    </message>
    <message>
        <source>“{name}” is a new label.</source>
        <translation>„{name}“ ist ein neues Schlagwort.</translation>
    </message>
    <message>
        <source>“{before}” is now called “{name}”.</source>
        <translation>„{before}“ heißt jetzt „{name}“.</translation>
    </message>
    <message>
        <source>“{name}” was changed.</source>
        <translation>„{name}“ wurde geändert.</translation>
    </message>
    <message>
        <source>The label “{name}” was deleted. No photo was touched.</source>
        <translation>Das Schlagwort „{name}“ wurde gelöscht. Die Fotos blieben unberührt.</translation>
    </message>
    <message>
        <source>All of these labels are there already.</source>
        <translation>Alle diese Schlagwörter gibt es schon.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) added.</source>
        <translation>
            <numerusform>%Ln Schlagwort hinzugefügt.</numerusform>
            <numerusform>%Ln Schlagwörter hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were there already.</source>
        <translation>
            <numerusform>%Ln gab es schon.</numerusform>
            <numerusform>%Ln gab es schon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) labelled “{name}”.</source>
        <translation>
            <numerusform>„{name}“ an %Ln Foto vergeben.</numerusform>
            <numerusform>„{name}“ an %Ln Fotos vergeben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The labels were written to {path}.</source>
        <translation>Die Schlagwörter wurden nach {path} geschrieben.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>LabelWork</name>
    <message>
        <source>Looking what would change</source>
        <translation>Änderungen ermitteln</translation>
    </message>
    <message>
        <source>Applying labels</source>
        <translation>Schlagwörter anwenden</translation>
    </message>
    <message>
        <source>Taking labels back</source>
        <translation>Schlagwörter zurücknehmen</translation>
    </message>
    <message>
        <source>Labels are as they were.</source>
        <translation>Die Schlagwörter sind wieder wie vorher.</translation>
    </message>
</context>
<context>
    <name>LabelsOverview</name>
    <message>
        <source>Labels</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Neues Schlagwort</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren&#xa0;…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Find a label</source>
        <translation>Schlagwort finden</translation>
    </message>
    <message>
        <source>Say what photos show</source>
        <translation>Sagen Sie, was Fotos zeigen</translation>
    </message>
    <message>
        <source>A label is a word or a few, such as “our dog” or “receipts”. You see at once which photos would get it, and how many of them are likely to be right. Nothing is labelled until you say so.</source>
        <translation>Ein Schlagwort besteht aus einem oder einigen Wörtern, etwa „unser Hund“ oder „Quittungen“. Sie sehen sofort, welche Fotos es bekämen und wie viele davon wahrscheinlich richtig sind. Vergeben wird es erst, wenn Sie es sagen.</translation>
    </message>
</context>
<context>
    <name>LabelsSection</name>
    <message>
        <source>Labels</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>New label…</source>
        <translation>Neues Schlagwort&#xa0;…</translation>
    </message>
    <message>
        <source>All labels…</source>
        <translation>Alle Schlagwörter&#xa0;…</translation>
    </message>
    <message>
        <source>New label below it…</source>
        <translation>Neues Schlagwort darunter&#xa0;…</translation>
    </message>
    <message>
        <source>Tune…</source>
        <translation>Abstimmen&#xa0;…</translation>
    </message>
    <message>
        <source>Review suggestions…</source>
        <translation>Vorschläge durchsehen&#xa0;…</translation>
    </message>
    <message>
        <source>Colour…</source>
        <translation>Farbe&#xa0;…</translation>
    </message>
    <message>
        <source>Delete label</source>
        <translation>Schlagwort löschen</translation>
    </message>
    <message>
        <source>Drop to label this “{name}”</source>
        <translation>Ablegen, um diesem „{name}“ zu geben</translation>
    </message>
    <message>
        <source>No label yet</source>
        <translation>Noch kein Schlagwort</translation>
    </message>
</context>
<context>
    <name>LargeView</name>
    <message>
        <source>Suggested labels</source>
        <translation>Vorgeschlagene Schlagwörter</translation>
    </message>
</context>
<context>
    <name>LibrarySection</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Drop to take this out of “{name}”</source>
        <translation>Ablegen, um dies aus „{name}“ herauszunehmen</translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <translation>Dateien, die sich nicht lesen ließen</translation>
    </message>
    <message>
        <source>Photos that are one picture</source>
        <translation>Fotos, die dasselbe Bild zeigen</translation>
    </message>
    <message>
        <source>Suggested labels that wait for your word</source>
        <translation>Vorgeschlagene Schlagwörter, die auf Ihr Wort warten</translation>
    </message>
    <message>
        <source>Everything in the watched folders</source>
        <translation>Alles in den überwachten Ordnern</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Alle Fotos</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
</context>
<context>
    <name>LoadingPage</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>This photo is on a disk that is not connected.</source>
        <translation>Dieses Foto liegt auf einem Laufwerk, das nicht verbunden ist.</translation>
    </message>
</context>
<context>
    <name>MatchBlock</name>
    <message>
        <source>Why it matched</source>
        <translation>Warum gefunden</translation>
    </message>
</context>
<context>
    <name>MemberTile</name>
    <message>
        <source>Open {photo}</source>
        <translation>Öffnen: {photo}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep {photo}</source>
        <translation>Behalten: {photo}</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Check: {what}</source>
        <translation>Prüfen: {what}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dimension(s)</source>
        <translation>
            <numerusform>%Ln Dimension</numerusform>
            <numerusform>%Ln Dimensionen</numerusform>
        </translation>
    </message>
    <message>
        <source>licence unknown</source>
        <translation>Lizenz unbekannt</translation>
    </message>
    <message>
        <source>comes with photoclip</source>
        <translation>gehört zu photoclip</translation>
    </message>
    <message>
        <source>About this model</source>
        <translation>Über dieses Modell</translation>
    </message>
</context>
<context>
    <name>ModelSection</name>
    <message>
        <source>Model and device</source>
        <translation>Modell und Gerät</translation>
    </message>
    <message>
        <source>Choose a directory…</source>
        <translation>Verzeichnis auswählen&#xa0;…</translation>
    </message>
    <message>
        <source>Compare models…</source>
        <translation>Modelle vergleichen …</translation>
    </message>
    <message>
        <source> photos</source>
        <translation>&#xa0;Fotos</translation>
    </message>
    <message>
        <source>Opening the model…</source>
        <translation>Modell wird geöffnet&#xa0;…</translation>
    </message>
    <message>
        <source>The model before stays in use: {error}</source>
        <translation>Das bisherige Modell bleibt in Gebrauch: {error}</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>It tells what photos show. Another model has to embed the whole library once, and is in use as soon as it has; until then this one is. Its vectors stay, so that going back takes a moment.</source>
        <translation>Es erkennt, was Fotos zeigen. Ein anderes Modell muss die ganze Bibliothek einmal auswerten und ist in Gebrauch, sobald das geschehen ist; bis dahin ist es dieses. Dessen Vektoren bleiben, sodass der Weg zurück nur einen Moment dauert.</translation>
    </message>
    <message>
        <source>Models to download</source>
        <translation>Modelle zum Herunterladen</translation>
    </message>
    <message>
        <source>Larger ones understand more and take longer. Nothing is downloaded before you press a button; the model hub then sees your address and which model you want.</source>
        <translation>Größere verstehen mehr und brauchen länger. Nichts wird heruntergeladen, bevor Sie auf eine Schaltfläche drücken; der Modell-Hub sieht dann Ihre Adresse und welches Modell Sie möchten.</translation>
    </message>
    <message>
        <source>Stay offline</source>
        <translation>Offline bleiben</translation>
    </message>
    <message>
        <source>Never download models, even when asked to.</source>
        <translation>Nie Modelle herunterladen, auch nicht auf Wunsch.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Search index from</source>
        <translation>Suchindex ab</translation>
    </message>
    <message>
        <source>Smaller libraries are searched photo by photo, which finds everything; larger ones with an index, which is faster and very seldom misses one.</source>
        <translation>Kleinere Bibliotheken werden Foto für Foto durchsucht, was alles findet; größere mit einem Index, der schneller ist und sehr selten eines übersieht.</translation>
    </message>
    <message>
        <source>{done} of {total} are embedded with this model.</source>
        <translation>{done} von {total} sind mit diesem Modell ausgewertet.</translation>
    </message>
    <message>
        <source>The others take {time} on this computer.</source>
        <translation>Die übrigen dauern auf diesem Computer {time}.</translation>
    </message>
</context>
<context>
    <name>MoreLine</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder {name}</source>
        <translation>Ordner {name}</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
</context>
<context>
    <name>NextModel</name>
    <message>
        <source>Change over now</source>
        <translation>Jetzt wechseln</translation>
    </message>
    <message>
        <source>Stay with the present model</source>
        <translation>Beim jetzigen Modell bleiben</translation>
    </message>
    <message>
        <source>Photos that the next model has embedded</source>
        <translation>Fotos, die das nächste Modell ausgewertet hat</translation>
    </message>
    <message>
        <source>Photos that are not embedded yet are not found until then.</source>
        <translation>Fotos, die noch nicht ausgewertet sind, werden bis dahin nicht gefunden.</translation>
    </message>
    <message>
        <source>{model} is the next model: {done} of {total} are embedded. Search goes on with the present one until then.</source>
        <translation>{model} ist das nächste Modell: {done} von {total} sind ausgewertet. Bis dahin wird mit dem jetzigen gesucht.</translation>
    </message>
    <message>
        <source>Time left: {time}.</source>
        <translation>Verbleibende Zeit: {time}.</translation>
    </message>
</context>
<context>
    <name>NoteLine</name>
    <message>
        <source>Choose a model…</source>
        <translation>Modell auswählen …</translation>
    </message>
</context>
<context>
    <name>NothingPage</name>
    <message>
        <source>Show the closest anyway</source>
        <translation>Die ähnlichsten trotzdem zeigen</translation>
    </message>
    <message>
        <source>See what it would find</source>
        <translation>Nachsehen, was es finden würde</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Show all photos</source>
        <translation>Alle Fotos zeigen</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>OutsideChip</name>
    <message>
        <source>Remove “{name}”</source>
        <translation>„{name}“ entfernen</translation>
    </message>
</context>
<context>
    <name>Paging</name>
    <message>
        <source>Opening your photos…</source>
        <translation>Fotos werden geöffnet&#xa0;…</translation>
    </message>
    <message>
        <source>Search does not work now</source>
        <translation>Die Suche funktioniert gerade nicht</translation>
    </message>
    <message>
        <source>Looking through your folders…</source>
        <translation>Ordner werden durchgesehen&#xa0;…</translation>
    </message>
    <message>
        <source>Photos show up here as they are read. You can search them at once.</source>
        <translation>Fotos erscheinen hier, sobald sie gelesen sind, und lassen sich sofort durchsuchen.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>No command is called so.</source>
        <translation>Kein Befehl heißt so.</translation>
    </message>
    <message>
        <source>Type a command or the name of a folder</source>
        <translation>Befehl oder Namen eines Ordners eingeben</translation>
    </message>
</context>
<context>
    <name>Pattern</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>Patterns</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Name of a folder</source>
        <translation>Name eines Ordners</translation>
    </message>
    <message>
        <source>Name of a folder that is never entered</source>
        <translation>Name eines Ordners, der nie betreten wird</translation>
    </message>
    <message>
        <source>Reset the names of folders</source>
        <translation>Ordnernamen zurücksetzen</translation>
    </message>
    <message>
        <source>A name holds no slash.</source>
        <translation>Ein Name enthält keinen Schrägstrich.</translation>
    </message>
    <message>
        <source>This name is there already.</source>
        <translation>Diesen Namen gibt es schon.</translation>
    </message>
</context>
<context>
    <name>PhotoActions</name>
    <message>
        <source>No web browser answered.</source>
        <translation>Kein Webbrowser hat geantwortet.</translation>
    </message>
    <message>
        <source>No file manager answered.</source>
        <translation>Keine Dateiverwaltung hat geantwortet.</translation>
    </message>
    <message>
        <source>Path copied.</source>
        <translation>Pfad kopiert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln path(s) copied.</source>
        <translation>
            <numerusform>%Ln Pfad kopiert.</numerusform>
            <numerusform>%Ln Pfade kopiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoGrid</name>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
</context>
<context>
    <name>PhotoWiring</name>
    <message>
        <source>Select all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Find similar photos</source>
        <translation>Ähnliche Fotos finden</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <translation>In anderem Programm öffnen</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>In der Dateiverwaltung zeigen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
</context>
<context>
    <name>PlaceDelegate</name>
    <message>
        <source>New name of {name}</source>
        <translation>Neuer Name von {name}</translation>
    </message>
</context>
<context>
    <name>PlaceDrops</name>
    <message>
        <source>This cannot be dropped here.</source>
        <translation>Das kann hier nicht abgelegt werden.</translation>
    </message>
    <message>
        <source>This cannot be dropped on “{name}”.</source>
        <translation>Das kann nicht auf „{name}“ abgelegt werden.</translation>
    </message>
</context>
<context>
    <name>PositionBlock</name>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Show on OpenStreetMap</source>
        <translation>Auf OpenStreetMap zeigen</translation>
    </message>
    <message>
        <source>Opens your web browser and sends this position to openstreetmap.org.</source>
        <translation>Öffnet Ihren Webbrowser und sendet diese Position an openstreetmap.org.</translation>
    </message>
    <message>
        <source>Copy position</source>
        <translation>Position kopieren</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Decimal</source>
        <translation>Dezimal</translation>
    </message>
    <message>
        <source>Position copied.</source>
        <translation>Position kopiert.</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>The change counts until photoclip is closed.</source>
        <translation>Die Änderung gilt, bis photoclip geschlossen wird.</translation>
    </message>
</context>
<context>
    <name>PreferencesPage</name>
    <message>
        <source>Back to the photos</source>
        <translation>Zurück zu den Fotos</translation>
    </message>
    <message>
        <source>Sections of the preferences</source>
        <translation>Bereiche der Einstellungen</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>PreferencesWiring</name>
    <message>
        <source>Preferences…</source>
        <translation>Einstellungen&#xa0;…</translation>
    </message>
    <message>
        <source>Not all in {file} can be used:</source>
        <translation>Nicht alles in {file} ist verwendbar:</translation>
    </message>
    <message>
        <source>Choose a model directory</source>
        <translation>Modellverzeichnis auswählen</translation>
    </message>
    <message>
        <source>Choose a folder for the thumbnails</source>
        <translation>Ordner für die Vorschaubilder auswählen</translation>
    </message>
    <message>
        <source>Choose a folder for the search index</source>
        <translation>Ordner für den Suchindex auswählen</translation>
    </message>
    <message>
        <source>Deleting everything…</source>
        <translation>Alles wird gelöscht&#xa0;…</translation>
    </message>
</context>
<context>
    <name>PreviewBlock</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Show in full</source>
        <translation>Ganz zeigen</translation>
    </message>
    <message>
        <source>Preview of {name}</source>
        <translation>Vorschau von {name}</translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Sizes and places</source>
        <translation>Größen und Orte</translation>
    </message>
    <message>
        <source>Delete everything…</source>
        <translation>Alles löschen&#xa0;…</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Forget recent searches</source>
        <translation>Letzte Suchen vergessen</translation>
    </message>
    <message>
        <source>What leaves this computer</source>
        <translation>Was diesen Computer verlässt</translation>
    </message>
    <message>
        <source>Nothing by itself: there is no account, no telemetry and no update check. Only what you ask for opens a connection: a picture dropped or pasted as a web address is fetched from there, and a map is opened in your browser.</source>
        <translation>Von selbst nichts: Es gibt kein Konto, keine Telemetrie und keine Suche nach Aktualisierungen. Nur was Sie verlangen, öffnet eine Verbindung: Ein Bild, das als Webadresse abgelegt oder eingefügt wird, wird von dort geholt, und eine Karte wird in Ihrem Browser geöffnet.</translation>
    </message>
    <message>
        <source>What is kept on it</source>
        <translation>Was darauf gespeichert ist</translation>
    </message>
    <message>
        <source>Photos are only read. What photoclip knows of them lies in files of its own: vectors tell roughly what photos show, so treat the catalog like the photos.</source>
        <translation>Fotos werden nur gelesen. Was photoclip über sie weiß, liegt in eigenen Dateien: Vektoren verraten ungefähr, was Fotos zeigen; behandeln Sie den Katalog also wie die Fotos selbst.</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Remember recent searches</source>
        <translation>Letzte Suchen merken</translation>
    </message>
    <message>
        <source>The last twelve are offered again under the search box. Off forgets them.</source>
        <translation>Die letzten zwölf werden unter dem Suchfeld wieder angeboten. „Aus“ vergisst sie.</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>photoclip forgets all it knows and starts as on the first day. These go: {kinds}. Your photos stay, as do thumbnails by other programs and models of your own.</source>
        <translation>photoclip vergisst alles, was es weiß, und beginnt wie am ersten Tag. Gelöscht werden: {kinds}. Ihre Fotos bleiben, ebenso Vorschaubilder anderer Programme und eigene Modelle.</translation>
    </message>
</context>
<context>
    <name>ProblemsPage</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message>
        <source>Every file in the watched folders could be read.</source>
        <translation>Jede Datei in den überwachten Ordnern ließ sich lesen.</translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <translation>Dateien, die sich nicht lesen ließen</translation>
    </message>
    <message>
        <source>{files} could not be read</source>
        <translation>{files} nicht lesbar</translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source>Opening the model</source>
        <translation>Modell wird geöffnet</translation>
    </message>
    <message>
        <source>Model: {name}
Device: {device}</source>
        <translation>Modell: {name}
Gerät: {device}</translation>
    </message>
    <message>
        <source>The fastest device of this computer.</source>
        <translation>Das schnellste Gerät dieses Computers.</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
</context>
<context>
    <name>RecentModel</name>
    <message>
        <source>Forget these searches</source>
        <translation>Diese Suchen vergessen</translation>
    </message>
    <message>
        <source>Delete forgets this search</source>
        <translation>Entf vergisst diese Suche</translation>
    </message>
</context>
<context>
    <name>RecentSearches</name>
    <message>
        <source>Recent searches</source>
        <translation>Letzte Suchen</translation>
    </message>
</context>
<context>
    <name>RegionFrame</name>
    <message>
        <source>Frame around what you look for</source>
        <translation>Rahmen um das, was Sie suchen</translation>
    </message>
    <message>
        <source>Draw a frame around what you look for. Arrows move it, Shift and arrows size it, Enter searches.</source>
        <translation>Ziehen Sie einen Rahmen um das, was Sie suchen. Pfeile verschieben ihn, Umschalt und Pfeile ändern die Größe, Eingabe sucht.</translation>
    </message>
    <message>
        <source>This is too small to compare with. Draw a larger frame.</source>
        <translation>Das ist zu klein zum Vergleichen. Ziehen Sie einen größeren Rahmen.</translation>
    </message>
</context>
<context>
    <name>Regions</name>
    <message>
        <source>Part of {name}</source>
        <translation>Ausschnitt von {name}</translation>
    </message>
</context>
<context>
    <name>ReorderWiring</name>
    <message>
        <source>albums, order, arrange, sort</source>
        <translation>Alben, Reihenfolge, anordnen, sortieren</translation>
    </message>
    <message>
        <source>Move earlier in the album</source>
        <translation>Im Album nach vorn verschieben</translation>
    </message>
    <message>
        <source>Move later in the album</source>
        <translation>Im Album nach hinten verschieben</translation>
    </message>
    <message>
        <source>Move to the beginning of the album</source>
        <translation>An den Anfang des Albums verschieben</translation>
    </message>
    <message>
        <source>Move to the end of the album</source>
        <translation>Ans Ende des Albums verschieben</translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <source>Check of a model</source>
        <translation>Prüfung eines Modells</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Dieses Modell benutzen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Nicht benutzen</translation>
    </message>
    <message>
        <source>Checking {name}</source>
        <translation>{name} prüfen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>Fortschritt der Prüfung</translation>
    </message>
</context>
<context>
    <name>ResultLine</name>
    <message>
        <source>Album order</source>
        <translation>Wie im Album</translation>
    </message>
    <message>
        <source>Best match</source>
        <translation>Beste Treffer</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <source>By folder</source>
        <translation>Nach Ordnern</translation>
    </message>
    <message>
        <source>Order of the photos</source>
        <translation>Reihenfolge der Fotos</translation>
    </message>
    <message>
        <source>Size of the tiles</source>
        <translation>Größe der Kacheln</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>What the two models find</source>
        <translation>Was die beiden Modelle finden</translation>
    </message>
</context>
<context>
    <name>ReviewActions</name>
    <message>
        <source>Accept (A)</source>
        <translation>Annehmen (A)</translation>
    </message>
    <message>
        <source>Reject (R)</source>
        <translation>Ablehnen (R)</translation>
    </message>
    <message>
        <source>Skip (S)</source>
        <translation>Später (S)</translation>
    </message>
    <message>
        <source>Accept all above… (B)</source>
        <translation>Alle darüber annehmen&#xa0;… (B)</translation>
    </message>
    <message>
        <source>Why? (W)</source>
        <translation>Warum? (W)</translation>
    </message>
    <message>
        <source>Undo (U)</source>
        <translation>Rückgängig (U)</translation>
    </message>
    <message>
        <source>Up and down: another label · Left and right: another photo · Return: open it</source>
        <translation>Auf und ab: anderes Schlagwort · Links und rechts: anderes Foto · Eingabetaste: öffnen</translation>
    </message>
    <message>
        <source>Arrows: another photo · Shift: select more · Return: open it</source>
        <translation>Pfeile: anderes Foto · Umschalt: mehr auswählen · Eingabetaste: öffnen</translation>
    </message>
</context>
<context>
    <name>ReviewHead</name>
    <message>
        <source>Review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>One at a time (V)</source>
        <translation>Einzeln (V)</translation>
    </message>
    <message>
        <source>All labels ({count})</source>
        <translation>Alle Schlagwörter ({count})</translation>
    </message>
    <message>
        <source>Labels to review</source>
        <translation>Schlagwörter zum Durchsehen</translation>
    </message>
    <message>
        <source>How far the review is</source>
        <translation>Stand der Durchsicht</translation>
    </message>
    <message>
        <source>Show one photo large with all its suggestions</source>
        <translation>Ein Foto groß mit allen Vorschlägen zeigen</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Suggestions cannot be read now</source>
        <translation>Vorschläge lassen sich gerade nicht lesen</translation>
    </message>
    <message>
        <source>Photos with a suggested label</source>
        <translation>Fotos mit einem vorgeschlagenen Schlagwort</translation>
    </message>
    <message>
        <source>Looking for suggestions…</source>
        <translation>Suche nach Vorschlägen&#xa0;…</translation>
    </message>
    <message>
        <source>Nothing to review</source>
        <translation>Nichts durchzusehen</translation>
    </message>
    <message>
        <source>Apply labels to your photos: what they suggest waits here for your word, also for photos that come in later.</source>
        <translation>Wenden Sie Schlagwörter auf Ihre Fotos an: Was sie vorschlagen, wartet hier auf Ihr Wort, auch bei Fotos, die später hinzukommen.</translation>
    </message>
</context>
<context>
    <name>ReviewWiring</name>
    <message>
        <source>suggestions, labels</source>
        <translation>Vorschläge, Schlagwörter</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>Accept the suggestion</source>
        <translation>Vorschlag annehmen</translation>
    </message>
    <message>
        <source>Reject the suggestion</source>
        <translation>Vorschlag ablehnen</translation>
    </message>
    <message>
        <source>Ask again later</source>
        <translation>Später noch einmal fragen</translation>
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation>Letzte Entscheidung rückgängig machen</translation>
    </message>
    <message>
        <source>Accept all above…</source>
        <translation>Alle darüber annehmen&#xa0;…</translation>
    </message>
    <message>
        <source>Why this label</source>
        <translation>Warum dieses Schlagwort</translation>
    </message>
    <message>
        <source>One photo at a time</source>
        <translation>Ein Foto nach dem anderen</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s) wait again.</source>
        <translation>
            <numerusform>%Ln Vorschlag wartet wieder.</numerusform>
            <numerusform>%Ln Vorschläge warten wieder.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Reset to the default</source>
        <translation>Auf Vorgabe zurücksetzen</translation>
    </message>
</context>
<context>
    <name>SavingWiring</name>
    <message>
        <source>Save this search, or forget it</source>
        <translation>Diese Suche speichern oder vergessen</translation>
    </message>
    <message>
        <source>saved searches, smart album, star, favourite</source>
        <translation>gespeicherte Suchen, intelligentes Album, Stern, Favorit</translation>
    </message>
    <message>
        <source>Search for something first.</source>
        <translation>Suchen Sie zuerst etwas.</translation>
    </message>
    <message>
        <source>A picture that is no file cannot be kept with a search.</source>
        <translation>Ein Bild, das keine Datei ist, lässt sich nicht mit einer Suche speichern.</translation>
    </message>
    <message>
        <source>The search is kept as “{name}”.</source>
        <translation>Die Suche ist als „{name}“ gespeichert.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>“{before}” is now called “{name}”.</source>
        <translation>„{before}“ heißt jetzt „{name}“.</translation>
    </message>
    <message>
        <source>“{name}” now searches for something else.</source>
        <translation>„{name}“ sucht jetzt etwas anderes.</translation>
    </message>
    <message>
        <source>The saved search “{name}” was removed. No photo was touched.</source>
        <translation>Die gespeicherte Suche „{name}“ wurde entfernt. Die Fotos blieben unberührt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Clear the search (Esc)</source>
        <translation>Suche löschen (Esc)</translation>
    </message>
    <message>
        <source>Filters: by folder, date, camera and more</source>
        <translation>Filter: nach Ordner, Datum, Kamera und mehr</translation>
    </message>
    <message>
        <source>Forget this saved search</source>
        <translation>Diese gespeicherte Suche vergessen</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Diese Suche speichern</translation>
    </message>
    <message>
        <source>Search photos</source>
        <translation>Fotos suchen</translation>
    </message>
    <message>
        <source>Add words, if you like</source>
        <translation>Auf Wunsch Wörter hinzufügen</translation>
    </message>
    <message>
        <source>Describe what you remember, or drop a picture to find similar photos</source>
        <translation>Beschreiben, woran Sie sich erinnern, oder ein Bild ablegen</translation>
    </message>
</context>
<context>
    <name>SearchWiring</name>
    <message>
        <source>Take the clipboard as an example of the label</source>
        <translation>Zwischenablage als Beispiel für das Schlagwort nehmen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find photos similar to the clipboard</source>
        <translation>Ähnliche Fotos zur Zwischenablage finden</translation>
    </message>
    <message>
        <source>Filter photos</source>
        <translation>Fotos filtern</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Alle Fotos</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
</context>
<context>
    <name>SearchesSection</name>
    <message>
        <source>Smart albums</source>
        <translation>Intelligente Alben</translation>
    </message>
    <message>
        <source>Replace by the current search</source>
        <translation>Durch die aktuelle Suche ersetzen</translation>
    </message>
    <message>
        <source>Suggest tags for its photos</source>
        <translation>Schlagwörter für die Fotos vorschlagen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>SeenBlock</name>
    <message>
        <source>What the model sees</source>
        <translation>Was das Modell sieht</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Looking at the photo…</source>
        <translation>Foto wird angesehen&#xa0;…</translation>
    </message>
    <message>
        <source>This photo has not been indexed with this model yet.</source>
        <translation>Dieses Foto ist mit diesem Modell noch nicht eingelesen.</translation>
    </message>
    <message>
        <source>Nothing stands out.</source>
        <translation>Nichts sticht hervor.</translation>
    </message>
    <message>
        <source>Reading the words for this model, which is done once…</source>
        <translation>Wörter werden für dieses Modell ausgewertet, nur dieses eine Mal&#xa0;…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
</context>
<context>
    <name>SetsBar</name>
    <message>
        <source>Add labels:</source>
        <translation>Schlagwörter hinzufügen:</translation>
    </message>
    <message>
        <source>Add {labels}: {set}</source>
        <translation>{labels} hinzufügen: {set}</translation>
    </message>
</context>
<context>
    <name>ShellWiring</name>
    <message>
        <source>Side panel</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>About photoclip</source>
        <translation>Über photoclip</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Something went wrong inside photoclip: {error}</source>
        <translation>In photoclip ist etwas schiefgegangen: {error}</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
</context>
<context>
    <name>SidecarWiring</name>
    <message>
        <source>Write tags to sidecars (XMP)…</source>
        <translation>Schlagwörter in Begleitdateien (XMP) schreiben&#xa0;…</translation>
    </message>
    <message>
        <source>export, keywords, digiKam, Lightroom, undo sidecars</source>
        <translation>exportieren, Stichwörter, digiKam, Lightroom, Filialdateien, Sidecar, Begleitdateien zurücknehmen</translation>
    </message>
</context>
<context>
    <name>SidecarWriting</name>
    <message>
        <source>Comparing tags with sidecars</source>
        <translation>Schlagwörter mit Begleitdateien vergleichen</translation>
    </message>
    <message>
        <source>Taking tags out of sidecars</source>
        <translation>Schlagwörter aus Begleitdateien nehmen</translation>
    </message>
    <message>
        <source>Writing sidecars</source>
        <translation>Begleitdateien schreiben</translation>
    </message>
</context>
<context>
    <name>SidecarsPage</name>
    <message>
        <source>Compare again</source>
        <translation>Noch einmal vergleichen</translation>
    </message>
    <message>
        <source>Back to writing</source>
        <translation>Zurück zum Schreiben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Alle Fotos</translation>
    </message>
    <message>
        <source>Chosen: {photos}</source>
        <translation>Ausgewählt: {photos}</translation>
    </message>
    <message>
        <source>Undo everything that was written ({count})…</source>
        <translation>Alles Geschriebene zurücknehmen ({count})&#xa0;…</translation>
    </message>
    <message>
        <source>You can do other things meanwhile.</source>
        <translation>Sie können unterdessen anderes tun.</translation>
    </message>
    <message>
        <source>Undo sidecars</source>
        <translation>Begleitdateien zurücknehmen</translation>
    </message>
    <message>
        <source>Tags in sidecars</source>
        <translation>Schlagwörter in Begleitdateien</translation>
    </message>
    <message numerus="yes">
        <source>Take back from %Ln sidecar(s)</source>
        <translation>
            <numerusform>Aus %Ln Begleitdatei zurücknehmen</numerusform>
            <numerusform>Aus %Ln Begleitdateien zurücknehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %Ln sidecar(s)</source>
        <translation>
            <numerusform>%Ln Begleitdatei schreiben</numerusform>
            <numerusform>%Ln Begleitdateien schreiben</numerusform>
        </translation>
    </message>
    <message>
        <source>This was done. No photo was touched.</source>
        <translation>Erledigt. Die Fotos blieben unberührt.</translation>
    </message>
    <message>
        <source>Only what photoclip wrote goes. What other programs wrote stays.</source>
        <translation>Nur was photoclip geschrieben hat, verschwindet. Was andere Programme geschrieben haben, bleibt.</translation>
    </message>
    <message>
        <source>Nothing is written yet. Sidecars lie beside the photos, which are not touched; what other programs wrote there stays.</source>
        <translation>Noch ist nichts geschrieben. Begleitdateien liegen neben den Fotos, die unberührt bleiben; was andere Programme dort geschrieben haben, bleibt.</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>Noch nicht verglichen</translation>
    </message>
    <message>
        <source>Nothing to take back</source>
        <translation>Nichts zurückzunehmen</translation>
    </message>
    <message>
        <source>There is nothing of photoclip in any sidecar.</source>
        <translation>In keiner Begleitdatei steht etwas von photoclip.</translation>
    </message>
    <message>
        <source>Nothing to write</source>
        <translation>Nichts zu schreiben</translation>
    </message>
    <message>
        <source>Sidecars hold just the tags that you accepted.</source>
        <translation>In den Begleitdateien stehen genau die Schlagwörter, die Sie angenommen haben.</translation>
    </message>
    <message>
        <source>Photos whose tags are written</source>
        <translation>Fotos, deren Schlagwörter geschrieben werden</translation>
    </message>
    <message>
        <source>What changes in sidecars</source>
        <translation>Was sich in Begleitdateien ändert</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>Sides</name>
    <message>
        <source>Would get the label</source>
        <translation>Bekämen das Schlagwort</translation>
    </message>
    <message>
        <source>Would not</source>
        <translation>Bekämen es nicht</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Divide “{name}” by labels</source>
        <translation>„{name}“ nach Schlagwörtern aufteilen</translation>
    </message>
    <message numerus="yes">
        <source>An album of the other %Ln photo(s), too</source>
        <translation>
            <numerusform>Auch ein Album aus %Ln übrigen Foto</numerusform>
            <numerusform>Auch ein Album aus den übrigen %Ln Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Albums that can be made</source>
        <translation>Alben, die sich anlegen lassen</translation>
    </message>
    <message>
        <source>Each photo is in one of these groups: that of the label which most photos share. The album itself stays as it is.</source>
        <translation>Jedes Foto ist in einer dieser Gruppen: in der des Schlagworts, das die meisten Fotos haben. Das Album selbst bleibt, wie es ist.</translation>
    </message>
    <message numerus="yes">
        <source>Make %Ln album(s)</source>
        <translation>
            <numerusform>%Ln Album anlegen</numerusform>
            <numerusform>%Ln Alben anlegen</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} – others</source>
        <translation>{name} – übrige</translation>
    </message>
</context>
<context>
    <name>StateBlock</name>
    <message>
        <source>This file could not be read: {reason}</source>
        <translation>Diese Datei ließ sich nicht lesen: {reason}</translation>
    </message>
    <message>
        <source>This photo has no file any more.</source>
        <translation>Zu diesem Foto gibt es keine Datei mehr.</translation>
    </message>
    <message>
        <source>This photo is on a disk that is not connected.</source>
        <translation>Dieses Foto liegt auf einem Laufwerk, das nicht verbunden ist.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Device of the model: {device}</source>
        <translation>Gerät des Modells: {device}</translation>
    </message>
</context>
<context>
    <name>StorageSection</name>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source> MB</source>
        <translation>&#xa0;MB</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen&#xa0;…</translation>
    </message>
    <message>
        <source>Looking at the sizes…</source>
        <translation>Größen werden ermittelt&#xa0;…</translation>
    </message>
    <message>
        <source>{size} in all.</source>
        <translation>{size} insgesamt.</translation>
    </message>
    <message>
        <source>{files} deleted, {size}.</source>
        <translation>{files} gelöscht, {size}.</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Was gespeichert ist</translation>
    </message>
    <message>
        <source>Caches are made again as they are needed, so they can always be cleared.</source>
        <translation>Zwischenspeicher werden bei Bedarf neu angelegt und können jederzeit geleert werden.</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Speicherorte</translation>
    </message>
    <message>
        <source>What is there already stays; clear it above where it is not wanted.</source>
        <translation>Was schon da ist, bleibt; es lässt sich oben leeren, wenn es nicht gewünscht ist.</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>Vorschaubilder</translation>
    </message>
    <message>
        <source>Search index</source>
        <translation>Suchindex</translation>
    </message>
    <message>
        <source>Choose a folder: {what}</source>
        <translation>Ordner auswählen: {what}</translation>
    </message>
    <message>
        <source>The usual place.</source>
        <translation>Der übliche Ort.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>For photos on screen</source>
        <translation>Für Fotos auf dem Bildschirm</translation>
    </message>
    <message>
        <source>More keeps more photos at hand while you scroll.</source>
        <translation>Mehr hält beim Blättern mehr Fotos bereit.</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>In der Dateiverwaltung zeigen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear: {what}</source>
        <translation>Leeren: {what}</translation>
    </message>
</context>
<context>
    <name>SuggestWiring</name>
    <message>
        <source>Suggest tags for the photos that are shown</source>
        <translation>Schlagwörter für die angezeigten Fotos vorschlagen</translation>
    </message>
    <message>
        <source>labels, tag this album, search, folder</source>
        <translation>Schlagwörter, dieses Album verschlagworten, Suche, Ordner</translation>
    </message>
    <message>
        <source>No photos are shown.</source>
        <translation>Es werden keine Fotos angezeigt.</translation>
    </message>
    <message>
        <source>Tags are being suggested already. Wait for that, or stop it.</source>
        <translation>Es werden schon Schlagwörter vorgeschlagen. Warten Sie darauf, oder halten Sie es an.</translation>
    </message>
    <message>
        <source>There are no labels yet that could be suggested.</source>
        <translation>Es gibt noch keine Schlagwörter, die vorgeschlagen werden könnten.</translation>
    </message>
    <message>
        <source>No label has a new suggestion for the photos of “{name}”.</source>
        <translation>Für die Fotos von „{name}“ gibt es keine neuen Vorschläge.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s) for the photos of “{name}”.</source>
        <translation>
            <numerusform>%Ln Vorschlag für die Fotos von „{name}“.</numerusform>
            <numerusform>%Ln Vorschläge für die Fotos von „{name}“.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped halfway.</source>
        <translation>Vorzeitig abgebrochen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>SuggestWork</name>
    <message>
        <source>Suggesting tags for “{name}”</source>
        <translation>Schlagwörter für „{name}“ vorschlagen</translation>
    </message>
    <message>
        <source>Looking for the photos…</source>
        <translation>Fotos werden gesucht …</translation>
    </message>
</context>
<context>
    <name>SuggestionRow</name>
    <message>
        <source>{folder}, {photos}</source>
        <translation>{folder}, {photos}</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Recent search</source>
        <translation>Letzte Suche</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>Gespeicherte Suche</translation>
    </message>
</context>
<context>
    <name>SummaryBlock</name>
    <message>
        <source>{photos} selected</source>
        <translation>{photos} ausgewählt</translation>
    </message>
</context>
<context>
    <name>SwitchWiring</name>
    <message>
        <source>Go back</source>
        <translation>Zurückwechseln</translation>
    </message>
    <message>
        <source>The model before stays in use: {error}</source>
        <translation>Das bisherige Modell bleibt in Gebrauch: {error}</translation>
    </message>
</context>
<context>
    <name>Switching</name>
    <message>
        <source>Opening the next model…</source>
        <translation>Nächstes Modell wird geöffnet …</translation>
    </message>
    <message>
        <source>Changing the model</source>
        <translation>Modell wechseln</translation>
    </message>
    <message>
        <source>The model in use stays</source>
        <translation>Das Modell in Gebrauch bleibt</translation>
    </message>
</context>
<context>
    <name>TagChip</name>
    <message>
        <source>Accept “{name}”</source>
        <translation>„{name}“ annehmen</translation>
    </message>
    <message>
        <source>Give “{name}” to all</source>
        <translation>„{name}“ allen geben</translation>
    </message>
    <message>
        <source>Remove “{name}”</source>
        <translation>„{name}“ entfernen</translation>
    </message>
    <message>
        <source>Reject “{name}”</source>
        <translation>„{name}“ ablehnen</translation>
    </message>
</context>
<context>
    <name>TagChooser</name>
    <message>
        <source>Add a tag</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
        <source>Type the name of a label, or a new one</source>
        <translation>Namen eines Schlagworts eingeben, auch einen neuen</translation>
    </message>
    <message>
        <source>There are no labels yet. Type a name to make the first one.</source>
        <translation>Es gibt noch keine Schlagwörter. Geben Sie einen Namen ein, um das erste anzulegen.</translation>
    </message>
    <message>
        <source>New label “{name}”</source>
        <translation>Neues Schlagwort „{name}“</translation>
    </message>
</context>
<context>
    <name>TagWiring</name>
    <message>
        <source>tags, labels, keywords</source>
        <translation>Schlagwörter, Stichwörter, Etiketten, Tags</translation>
    </message>
    <message>
        <source>Add a tag…</source>
        <translation>Schlagwort hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>take back, tags, albums</source>
        <translation>zurücknehmen, Schlagwörter, Alben</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Remove “{name}”</source>
        <translation>„{name}“ entfernen</translation>
    </message>
</context>
<context>
    <name>TagsBlock</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>No tags yet</source>
        <translation>Noch keine Schlagwörter</translation>
    </message>
    <message>
        <source>On some of them</source>
        <translation>Bei einigen davon</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Add a tag…</source>
        <translation>Schlagwort hinzufügen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>TaskArea</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message numerus="yes">
        <source>{line} · %Ln more</source>
        <translation>
            <numerusform>{line} · %Ln weitere</numerusform>
            <numerusform>{line} · %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide all tasks</source>
        <translation>Alle Aufgaben ausblenden</translation>
    </message>
    <message>
        <source>Show all tasks</source>
        <translation>Alle Aufgaben zeigen</translation>
    </message>
</context>
<context>
    <name>TaskBar</name>
    <message>
        <source>Progress: {title}</source>
        <translation>Fortschritt: {title}</translation>
    </message>
</context>
<context>
    <name>TaskButtons</name>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>{does}: {title}</source>
        <translation>{does}: {title}</translation>
    </message>
</context>
<context>
    <name>TaskPanel</name>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
</context>
<context>
    <name>Threshold</name>
    <message>
        <source>about {share} right (estimate)</source>
        <translation>etwa {share} richtig (geschätzt)</translation>
    </message>
    <message>
        <source>How many photos get the label</source>
        <translation>Wie viele Fotos das Schlagwort bekommen</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
</context>
<context>
    <name>TitleWiring</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>Tags in sidecars</source>
        <translation>Schlagwörter in Begleitdateien</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open photoclip</source>
        <translation>photoclip öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>TuningWiring</name>
    <message>
        <source>labels, tune, examples</source>
        <translation>Schlagwörter, abstimmen, Beispiele</translation>
    </message>
    <message>
        <source>The label is right</source>
        <translation>Das Schlagwort stimmt</translation>
    </message>
    <message>
        <source>The label is wrong</source>
        <translation>Das Schlagwort stimmt nicht</translation>
    </message>
    <message>
        <source>Take back the last word</source>
        <translation>Letzte Antwort zurücknehmen</translation>
    </message>
    <message>
        <source>Save the picture first: examples are files.</source>
        <translation>Speichern Sie das Bild zuerst: Beispiele sind Dateien.</translation>
    </message>
    <message>
        <source>Give the label a name first.</source>
        <translation>Geben Sie dem Schlagwort zuerst einen Namen.</translation>
    </message>
    <message>
        <source>“{name}” is no example any more.</source>
        <translation>„{name}“ ist kein Beispiel mehr.</translation>
    </message>
    <message>
        <source>To all photos</source>
        <translation>Auf alle Fotos</translation>
    </message>
    <message>
        <source>To “{title}”, shown before</source>
        <translation>Auf „{title}“, zuvor gezeigt</translation>
    </message>
    <message>
        <source>To the selection</source>
        <translation>Auf die Auswahl</translation>
    </message>
    <message>
        <source>To the folder “{name}”</source>
        <translation>Auf den Ordner „{name}“</translation>
    </message>
    <message>
        <source>To the album “{name}”</source>
        <translation>Auf das Album „{name}“</translation>
    </message>
    <message>
        <source>Labels are as they were.</source>
        <translation>Die Schlagwörter sind wieder wie vorher.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>UpkeepTasks</name>
    <message>
        <source>Preparing search</source>
        <translation>Suche vorbereiten</translation>
    </message>
</context>
<context>
    <name>ViewWiring</name>
    <message>
        <source>Next photo</source>
        <translation>Nächstes Foto</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>Voriges Foto</translation>
    </message>
    <message>
        <source>First photo</source>
        <translation>Erstes Foto</translation>
    </message>
    <message>
        <source>Last photo</source>
        <translation>Letztes Foto</translation>
    </message>
    <message>
        <source>Back to the grid</source>
        <translation>Zurück zum Raster</translation>
    </message>
    <message>
        <source>Turn to the right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Turn to the left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Show the whole photo</source>
        <translation>Ganzes Foto zeigen</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Originalgröße</translation>
    </message>
    <message>
        <source>Fill the window</source>
        <translation>Fenster füllen</translation>
    </message>
    <message>
        <source>Slideshow</source>
        <translation>Diaschau</translation>
    </message>
    <message>
        <source>Find photos like a part of this one</source>
        <translation>Fotos finden, die einem Ausschnitt ähneln</translation>
    </message>
    <message>
        <source>Show photos longer</source>
        <translation>Fotos länger zeigen</translation>
    </message>
    <message>
        <source>Show photos shorter</source>
        <translation>Fotos kürzer zeigen</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Informationen</translation>
    </message>
    <message>
        <source>Filmstrip</source>
        <translation>Filmstreifen</translation>
    </message>
    <message>
        <source>Only the photo</source>
        <translation>Nur das Foto</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Slideshow</source>
        <translation>Diaschau</translation>
    </message>
</context>
<context>
    <name>ViewerFace</name>
    <message>
        <source>{n} s</source>
        <translation>{n}&#xa0;s</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Start</source>
        <translation>Los geht’s</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Anderen Ordner auswählen&#xa0;…</translation>
    </message>
    <message>
        <source>Find any photo by typing what you remember</source>
        <translation>Jedes Foto finden, an das Sie sich erinnern</translation>
    </message>
    <message>
        <source>Choose the folders that hold your photos, and photoclip looks through them and keeps them in step. Then type what a photo shows, or drop a picture to find others like it. Everything stays on this computer, and your photos are never changed.</source>
        <translation>Wählen Sie die Ordner mit Ihren Fotos aus; photoclip sieht sie durch und bleibt auf dem neuesten Stand. Geben Sie dann ein, was ein Foto zeigt, oder legen Sie ein Bild ab, um ähnliche zu finden. Alles bleibt auf diesem Computer, und Ihre Fotos werden nie verändert.</translation>
    </message>
    <message>
        <source>Looking for folders with photos…</source>
        <translation>Suche nach Ordnern mit Fotos&#xa0;…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner auswählen&#xa0;…</translation>
    </message>
    <message>
        <source>Try the sample photos</source>
        <translation>Beispielfotos ausprobieren</translation>
    </message>
</context>
<context>
    <name>WelcomeWiring</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>first steps, proposed folders</source>
        <translation>erste Schritte, vorgeschlagene Ordner</translation>
    </message>
</context>
<context>
    <name>WhyBlock</name>
    <message>
        <source>Why this tag</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Close “Why this tag”</source>
        <translation>„Begründung“ schließen</translation>
    </message>
    <message>
        <source>Other labels of this photo</source>
        <translation>Andere Schlagwörter dieses Fotos</translation>
    </message>
    <message>
        <source>Most alike with this label</source>
        <translation>Am ähnlichsten, mit diesem Schlagwort</translation>
    </message>
    <message>
        <source>Most alike without it</source>
        <translation>Am ähnlichsten, ohne dieses Schlagwort</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>WordButton</name>
    <message>
        <source>Search for {word}</source>
        <translation>Nach {word} suchen</translation>
    </message>
    <message>
        <source>Strength {strength}: 1 is the least that is shown.
Cosine {cosine}, {standard} spreads above usual photos.</source>
        <translation>Stärke {strength}: Ab 1 wird es gezeigt.
Kosinus {cosine}, {standard} Streuungen über üblichen Fotos.</translation>
    </message>
    <message>
        <source>Search for this</source>
        <translation>Danach suchen</translation>
    </message>
    <message>
        <source>Add to the search</source>
        <translation>Zur Suche hinzufügen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Add a folder of photos first: `photoclip add FOLDER`.</source>
        <translation>Fügen Sie zuerst einen Ordner mit Fotos hinzu: `photoclip add FOLDER`.</translation>
    </message>
    <message>
        <source>All settings have their defaults.</source>
        <translation>Alle Einstellungen haben ihre Vorgabewerte.</translation>
    </message>
    <message>
        <source>Caches are {0}.</source>
        <translation>Zwischenspeicher sind {0}.</translation>
    </message>
    <message>
        <source>Change what it searches for.</source>
        <translation>Ändern Sie, wonach es sucht.</translation>
    </message>
    <message>
        <source>Check that its disk is connected and sound.</source>
        <translation>Prüfen Sie, ob das Laufwerk verbunden und in Ordnung ist.</translation>
    </message>
    <message>
        <source>Check the permissions of the file and of its folder.</source>
        <translation>Prüfen Sie die Zugriffsrechte der Datei und ihres Ordners.</translation>
    </message>
    <message>
        <source>Check the rights of its folder.</source>
        <translation>Prüfen Sie die Zugriffsrechte des Ordners.</translation>
    </message>
    <message>
        <source>Choose another with --library DIR.</source>
        <translation>Wählen Sie einen anderen mit --library DIR.</translation>
    </message>
    <message>
        <source>Choose the folder that they lie in now, or watch this one as another folder.</source>
        <translation>Wählen Sie den Ordner, in dem sie jetzt liegen, oder überwachen Sie diesen als weiteren Ordner.</translation>
    </message>
    <message>
        <source>Close the other photoclip, or wait until it is done.</source>
        <translation>Schließen Sie das andere photoclip, oder warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>Zeitüberschreitung der Verbindung</translation>
    </message>
    <message>
        <source>Copy it again, or save it as a file and drop that.</source>
        <translation>Kopieren Sie es noch einmal, oder speichern Sie es als Datei und legen Sie diese ab.</translation>
    </message>
    <message>
        <source>Copy {0} to its name to go on, or move it away to start anew.</source>
        <translation>Kopieren Sie {0} an seine Stelle, um fortzufahren, oder verschieben Sie es, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>Define one: photoclip label add NAME</source>
        <translation>Legen Sie eines an: photoclip label add NAME</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Gerät oder Datei wird gerade benutzt</translation>
    </message>
    <message>
        <source>Did you mean the folder {0} inside it?</source>
        <translation>Meinten Sie den Ordner {0} darin?</translation>
    </message>
    <message>
        <source>Did you mean “{0}”?</source>
        <translation>Meinten Sie „{0}“?</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>Verzeichnis ist nicht leer</translation>
    </message>
    <message>
        <source>Download or export the model again and keep all its files together.</source>
        <translation>Laden oder exportieren Sie das Modell noch einmal, und lassen Sie alle Dateien beisammen.</translation>
    </message>
    <message>
        <source>Export again.</source>
        <translation>Exportieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>Export the model again, or use another one.</source>
        <translation>Exportieren Sie das Modell noch einmal, oder benutzen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Export the output that holds the embedding, as it is compared with others.</source>
        <translation>Exportieren Sie die Ausgabe, die den Vektor zum Vergleichen enthält.</translation>
    </message>
    <message>
        <source>Failed to load CUDA: {0}</source>
        <translation>CUDA ließ sich nicht laden: {0}</translation>
    </message>
    <message>
        <source>Fetch the content with: git lfs pull</source>
        <translation>Holen Sie den Inhalt mit: git lfs pull</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Datei ist schon vorhanden</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Dateiname zu lang</translation>
    </message>
    <message>
        <source>Free some space; what was saved before is safe.</source>
        <translation>Schaffen Sie etwas Platz; was schon gespeichert war, ist sicher.</translation>
    </message>
    <message>
        <source>Give the path of a folder of photos.</source>
        <translation>Geben Sie den Pfad eines Ordners mit Fotos an.</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>Install it with `pip install hnswlib`; search is exact meanwhile.</source>
        <translation>Installieren Sie es mit `pip install hnswlib`; bis dahin wird ohne Index gesucht.</translation>
    </message>
    <message>
        <source>Installing photoclip with its extra &quot;raw&quot; makes it readable.</source>
        <translation>Wird photoclip mit dem Zusatz „raw“ installiert, lässt sie sich lesen.</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>ist ein Verzeichnis</translation>
    </message>
    <message>
        <source>It is left as it is.</source>
        <translation>Es bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>It is left out.</source>
        <translation>Es wird ausgelassen.</translation>
    </message>
    <message>
        <source>It runs on another device instead.</source>
        <translation>Stattdessen läuft es auf einem anderen Gerät.</translation>
    </message>
    <message>
        <source>Its backup of {0} is {1}: move the damaged file away (with its -wal and -shm files) and copy the backup to its name.</source>
        <translation>Die Sicherung vom {0} ist {1}: Verschieben Sie die beschädigte Datei (mit ihren Dateien -wal und -shm), und kopieren Sie die Sicherung an ihre Stelle.</translation>
    </message>
    <message>
        <source>Its photos are found already.</source>
        <translation>Seine Fotos werden schon gefunden.</translation>
    </message>
    <message>
        <source>Name or service not known</source>
        <translation>Name oder Dienst nicht bekannt</translation>
    </message>
    <message>
        <source>Network is unreachable</source>
        <translation>Netzwerk nicht erreichbar</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>kein Platz mehr auf dem Laufwerk</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Verzeichnis nicht gefunden</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>kein Verzeichnis</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Vorgang nicht erlaubt</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>Photos of the library can be any number of examples.</source>
        <translation>Von Fotos der Bibliothek kann es beliebig viele Beispiele geben.</translation>
    </message>
    <message>
        <source>Raw profile type {0}</source>
        <translation>Rohprofil vom Typ {0}</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Laufwerk ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Remove that one first.</source>
        <translation>Entfernen Sie zuerst jenen.</translation>
    </message>
    <message>
        <source>Rename that one first.</source>
        <translation>Benennen Sie zuerst jenes um.</translation>
    </message>
    <message>
        <source>Run `photoclip index` once to bring it up to date.</source>
        <translation>Führen Sie einmal `photoclip index` aus, um sie auf den neuesten Stand zu bringen.</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>Speichern Sie es als UTF-8.</translation>
    </message>
    <message>
        <source>Save the picture as a file elsewhere and drop that.</source>
        <translation>Speichern Sie das Bild anderswo als Datei und legen Sie diese ab.</translation>
    </message>
    <message>
        <source>See: photoclip album list</source>
        <translation>Siehe: photoclip album list</translation>
    </message>
    <message>
        <source>See: photoclip folders</source>
        <translation>Siehe: photoclip folders</translation>
    </message>
    <message>
        <source>See: photoclip label list</source>
        <translation>Siehe: photoclip label list</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>Datei auf dem Server nicht mehr gültig</translation>
    </message>
    <message>
        <source>Temporary failure in name resolution</source>
        <translation>Namensauflösung vorübergehend gestört</translation>
    </message>
    <message>
        <source>The catalog itself is safe.</source>
        <translation>Der Katalog selbst ist sicher.</translation>
    </message>
    <message>
        <source>The graph may want its colours in the order blue, green, red.</source>
        <translation>Vielleicht verlangt der Graph die Farben in der Reihenfolge Blau, Grün, Rot.</translation>
    </message>
    <message>
        <source>The tokenizer belongs to another model.</source>
        <translation>Der Tokenizer gehört zu einem anderen Modell.</translation>
    </message>
    <message>
        <source>There are: {0}.</source>
        <translation>Es gibt: {0}.</translation>
    </message>
    <message>
        <source>There is no backup beside it; nothing was overwritten.</source>
        <translation>Daneben liegt keine Sicherung; es wurde nichts überschrieben.</translation>
    </message>
    <message>
        <source>This setting has its default.</source>
        <translation>Diese Einstellung hat ihren Vorgabewert.</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>zu viele offene Dateien</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Type what the photo shows.</source>
        <translation>Geben Sie ein, was das Foto zeigt.</translation>
    </message>
    <message>
        <source>Update photoclip; nothing was changed.</source>
        <translation>Aktualisieren Sie photoclip; es wurde nichts verändert.</translation>
    </message>
    <message>
        <source>Wait until it is done, or close it.</source>
        <translation>Warten Sie, bis es fertig ist, oder schließen Sie es.</translation>
    </message>
    <message>
        <source>Watch the other folder as well.</source>
        <translation>Überwachen Sie den anderen Ordner zusätzlich.</translation>
    </message>
    <message>
        <source>Write {0} or {1}.</source>
        <translation>Schreiben Sie {0} oder {1}.</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>a list of {0} numbers</source>
        <translation>eine Liste von {0} Zahlen</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>an embedding holds NaN, infinity or only zeros</source>
        <translation>ein Vektor enthält NaN, Unendlich oder nur Nullen</translation>
    </message>
    <message>
        <source>an entry is empty</source>
        <translation>ein Eintrag ist leer</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>belongs to another program</source>
        <translation>gehört zu einem anderen Programm</translation>
    </message>
    <message>
        <source>by another process</source>
        <translation>durch einen anderen Prozess</translation>
    </message>
    <message>
        <source>by process {0}</source>
        <translation>durch Prozess {0}</translation>
    </message>
    <message>
        <source>cannot be closed from inside a transaction</source>
        <translation>lässt sich nicht innerhalb einer Transaktion schließen</translation>
    </message>
    <message>
        <source>cannot be deleted ({0})</source>
        <translation>lässt sich nicht löschen ({0})</translation>
    </message>
    <message>
        <source>cannot be loaded ({0})</source>
        <translation>lässt sich nicht laden ({0})</translation>
    </message>
    <message>
        <source>cannot be locked ({0})</source>
        <translation>lässt sich nicht sperren ({0})</translation>
    </message>
    <message>
        <source>cannot be made ({0})</source>
        <translation>lässt sich nicht anlegen ({0})</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>cannot be opened ({0})</source>
        <translation>lässt sich nicht öffnen ({0})</translation>
    </message>
    <message>
        <source>cannot be opened: no program for it</source>
        <translation>lässt sich nicht öffnen: kein Programm dafür</translation>
    </message>
    <message>
        <source>cannot be processed ({0}: {1})</source>
        <translation>lässt sich nicht verarbeiten ({0}: {1})</translation>
    </message>
    <message>
        <source>cannot be reached ({0})</source>
        <translation>ist nicht erreichbar ({0})</translation>
    </message>
    <message>
        <source>cannot be reached now</source>
        <translation>ist gerade nicht erreichbar</translation>
    </message>
    <message>
        <source>cannot be read ({0})</source>
        <translation>lässt sich nicht lesen ({0})</translation>
    </message>
    <message>
        <source>cannot be read or written ({0})</source>
        <translation>lässt sich nicht lesen oder schreiben ({0})</translation>
    </message>
    <message>
        <source>cannot be read: no permission</source>
        <translation>lässt sich nicht lesen: keine Berechtigung</translation>
    </message>
    <message>
        <source>cannot be read: {0}</source>
        <translation>lässt sich nicht lesen: {0}</translation>
    </message>
    <message>
        <source>cannot be written ({0})</source>
        <translation>lässt sich nicht schreiben ({0})</translation>
    </message>
    <message>
        <source>cannot be written whole (is the disk full?)</source>
        <translation>lässt sich nicht vollständig schreiben (ist das Laufwerk voll?)</translation>
    </message>
    <message>
        <source>cannot be written, the disk is full</source>
        <translation>lässt sich nicht schreiben, das Laufwerk ist voll</translation>
    </message>
    <message>
        <source>cannot embed {0}, only floats of shape (n, 3, {1}, {2})</source>
        <translation>kann {0} nicht auswerten, nur Kommazahlen der Form (n, 3, {1}, {2})</translation>
    </message>
    <message>
        <source>cannot encode {0}</source>
        <translation>kann {0} nicht kodieren</translation>
    </message>
    <message>
        <source>cannot prove who it is ({0})</source>
        <translation>kann sich nicht ausweisen ({0})</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>connection timed out</source>
        <translation>Zeitüberschreitung der Verbindung</translation>
    </message>
    <message>
        <source>device is {0}, not one of {1}</source>
        <translation>Gerät ist {0}, nicht eines von {1}</translation>
    </message>
    <message>
        <source>device or resource busy</source>
        <translation>Gerät oder Datei wird gerade benutzt</translation>
    </message>
    <message>
        <source>directory not empty</source>
        <translation>Verzeichnis ist nicht leer</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>ist nicht vorhanden</translation>
    </message>
    <message>
        <source>does not exist yet</source>
        <translation>ist noch nicht vorhanden</translation>
    </message>
    <message>
        <source>does not hold a JSON object</source>
        <translation>enthält kein JSON-Objekt</translation>
    </message>
    <message>
        <source>embeddings have shape {0}, not {1}</source>
        <translation>Vektoren haben die Form {0}, nicht {1}</translation>
    </message>
    <message>
        <source>encode_texts takes a list of texts, not one text</source>
        <translation>encode_texts nimmt eine Liste von Texten, nicht einen Text</translation>
    </message>
    <message>
        <source>failed while working ({0})</source>
        <translation>versagte bei der Arbeit ({0})</translation>
    </message>
    <message>
        <source>file exists</source>
        <translation>Datei ist schon vorhanden</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>Dateiname zu lang</translation>
    </message>
    <message>
        <source>gave an embedding of zeros</source>
        <translation>ergab einen Vektor aus Nullen</translation>
    </message>
    <message>
        <source>gave an output of shape {0}, not {1}</source>
        <translation>ergab eine Ausgabe der Form {0}, nicht {1}</translation>
    </message>
    <message>
        <source>gave numbers that are not finite</source>
        <translation>ergab Zahlen, die nicht endlich sind</translation>
    </message>
    <message>
        <source>gives golden input {0} a vector with cosine {1} to the expected one, below {2}</source>
        <translation>ergibt für die Musterangabe {0} einen Vektor mit Kosinus {1} zum erwarteten, weniger als {2}</translation>
    </message>
    <message>
        <source>gives the same input another vector when it stands alone (cosine {0})</source>
        <translation>ergibt für dieselbe Eingabe einen anderen Vektor, wenn sie allein steht (Kosinus {0})</translation>
    </message>
    <message>
        <source>gives vectors of length {0}, but {1} promises unit vectors</source>
        <translation>ergibt Vektoren der Länge {0}, aber {1} verspricht Einheitsvektoren</translation>
    </message>
    <message>
        <source>gives wrong vectors ({0})</source>
        <translation>ergibt falsche Vektoren ({0})</translation>
    </message>
    <message>
        <source>gives {0} numbers for a photo, in this library it gave {1}</source>
        <translation>ergibt {0} Zahlen für ein Foto, in dieser Bibliothek waren es {1}</translation>
    </message>
    <message>
        <source>has SHA-256 {0}..., but {1} says {2}...</source>
        <translation>hat SHA-256 {0}..., aber {1} nennt {2}...</translation>
    </message>
    <message>
        <source>has a damaged frame: {0}</source>
        <translation>hat ein beschädigtes Einzelbild: {0}</translation>
    </message>
    <message>
        <source>has a golden image of {0}</source>
        <translation>hat ein Musterbild von {0}</translation>
    </message>
    <message>
        <source>has a name that hnswlib cannot open</source>
        <translation>hat einen Namen, den hnswlib nicht öffnen kann</translation>
    </message>
    <message>
        <source>has a name that this system cannot open</source>
        <translation>hat einen Namen, den dieses System nicht öffnen kann</translation>
    </message>
    <message>
        <source>has more than {0}</source>
        <translation>hat mehr als {0}</translation>
    </message>
    <message>
        <source>has no file any more</source>
        <translation>hat keine Datei mehr</translation>
    </message>
    <message>
        <source>A model of another language does; otherwise its towers may not belong together, or what goes in or comes out is not what it should be.</source>
        <translation>Bei einem Modell für eine andere Sprache ist das so; sonst gehören seine Teile vielleicht nicht zusammen, oder was hineingeht oder herauskommt, ist nicht das, was es sein sollte.</translation>
    </message>
    <message>
        <source>CLIP&apos;s, as nothing else is stated</source>
        <translation>die von CLIP, da nichts anderes angegeben ist</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Delete the folder yourself where it is not needed any more.</source>
        <translation>Löschen Sie den Ordner selbst, wenn er nicht mehr gebraucht wird.</translation>
    </message>
    <message>
        <source>Did you mean {0}?</source>
        <translation>Meinten Sie {0}?</translation>
    </message>
    <message>
        <source>Export it again with its projection (CLIPVisionModelWithProjection, CLIPTextModelWithProjection).</source>
        <translation>Exportieren Sie es noch einmal mit seiner Projektion (CLIPVisionModelWithProjection, CLIPTextModelWithProjection).</translation>
    </message>
    <message>
        <source>Index again first.</source>
        <translation>Lesen Sie zuerst noch einmal ein.</translation>
    </message>
    <message>
        <source>Is a folder with photos in reach?</source>
        <translation>Ist ein Ordner mit Fotos erreichbar?</translation>
    </message>
    <message>
        <source>It has weights for training; docs/models.md tells how to export them to ONNX.</source>
        <translation>Es hat Gewichte zum Trainieren; docs/models.md erklärt, wie sie sich nach ONNX exportieren lassen.</translation>
    </message>
    <message>
        <source>It was not downloaded by photoclip, and stays as it is. Move it away first.</source>
        <translation>Es wurde nicht von photoclip heruntergeladen und bleibt, wie es ist. Verschieben Sie es zuerst.</translation>
    </message>
    <message>
        <source>It was not used. The server or the network changes what it sends.</source>
        <translation>Es wurde nicht benutzt. Der Server oder das Netzwerk verändert, was gesendet wird.</translation>
    </message>
    <message>
        <source>It was renamed or removed, or is not public.</source>
        <translation>Es wurde umbenannt oder entfernt, oder es ist nicht öffentlich.</translation>
    </message>
    <message>
        <source>It would need visual/model.onnx and textual/model.onnx, or those of transformers.js.</source>
        <translation>Nötig wären visual/model.onnx und textual/model.onnx oder die Dateien von transformers.js.</translation>
    </message>
    <message>
        <source>Its makers want people to log in, which photoclip does not do; get it by hand.</source>
        <translation>Die Anbieter verlangen eine Anmeldung, die photoclip nicht vornimmt; holen Sie es von Hand.</translation>
    </message>
    <message>
        <source>Make room for {0} more.</source>
        <translation>Schaffen Sie Platz für weitere {0}.</translation>
    </message>
    <message>
        <source>Name one of the folders inside it.</source>
        <translation>Nennen Sie einen der Ordner darin.</translation>
    </message>
    <message>
        <source>Name one: {0}.</source>
        <translation>Nennen Sie eines: {0}.</translation>
    </message>
    <message>
        <source>Name two different ones.</source>
        <translation>Nennen Sie zwei verschiedene.</translation>
    </message>
    <message>
        <source>OR joins values of one filter only</source>
        <translation>OR verbindet nur Werte desselben Filters</translation>
    </message>
    <message>
        <source>OpenVINO finds neither graphics nor a neural processor of Intel&apos;s</source>
        <translation>OpenVINO findet weder eine Grafikeinheit noch einen Neuroprozessor von Intel</translation>
    </message>
    <message>
        <source>Run: photoclip models download {0}</source>
        <translation>Führen Sie aus: photoclip models download {0}</translation>
    </message>
    <message>
        <source>See: photoclip models list</source>
        <translation>Siehe: photoclip models list</translation>
    </message>
    <message>
        <source>See: photoclip saved list</source>
        <translation>Siehe: photoclip saved list</translation>
    </message>
    <message>
        <source>Switch that off with: photoclip settings set offline false</source>
        <translation>Das lässt sich ausschalten mit: photoclip settings set offline false</translation>
    </message>
    <message>
        <source>They are for values from 0 to 1, not to 255; models are mostly trained on -2 to 3.</source>
        <translation>Sie gelten für Werte von 0 bis 1, nicht bis 255; Modelle sind meist mit -2 bis 3 trainiert.</translation>
    </message>
    <message>
        <source>This model cannot be used.</source>
        <translation>Dieses Modell lässt sich nicht benutzen.</translation>
    </message>
    <message>
        <source>Use another one first.</source>
        <translation>Benutzen Sie zuerst ein anderes.</translation>
    </message>
    <message>
        <source>Wait until it is done.</source>
        <translation>Warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
        <source>What came is kept: download it again to go on from there.</source>
        <translation>Was ankam, bleibt: Laden Sie es noch einmal herunter, um dort fortzufahren.</translation>
    </message>
    <message>
        <source>Without one, nobody knows what came.</source>
        <translation>Ohne sie weiß niemand, was angekommen ist.</translation>
    </message>
    <message>
        <source>Write 2023, 2023-06 or 2023-06-15.</source>
        <translation>Schreiben Sie 2023, 2023-06 oder 2023-06-15.</translation>
    </message>
    <message>
        <source>Write 2023, 2023-06, 2023-06-15, or a range such as 2023-06..2023-08.</source>
        <translation>Schreiben Sie 2023, 2023-06, 2023-06-15 oder einen Zeitraum wie 2023-06..2023-08.</translation>
    </message>
    <message>
        <source>Write \= where it belongs to a text.</source>
        <translation>Schreiben Sie \=, wo es zu einem Text gehört.</translation>
    </message>
    <message>
        <source>Write a folder, as in in:~/Pictures or in:Italy.</source>
        <translation>Schreiben Sie einen Ordner, wie in in:~/Bilder oder in:Italien.</translation>
    </message>
    <message>
        <source>Write a number from 0.01 to 100 after it, as in beach^2 or beach^0.5.</source>
        <translation>Schreiben Sie eine Zahl von 0.01 bis 100 dahinter, wie in beach^2 oder beach^0.5.</translation>
    </message>
    <message>
        <source>Write a number with mp, kb, mb, gb or px, or a width and height, as in size:&gt;=12mp, size:2mb..5mb, size:4000px or size:1920x1080.</source>
        <translation>Schreiben Sie eine Zahl mit mp, kb, mb, gb oder px oder eine Breite und Höhe, wie in size:&gt;=12mp, size:2mb..5mb, size:4000px oder size:1920x1080.</translation>
    </message>
    <message>
        <source>Write a part of its name, as in camera:canon.</source>
        <translation>Schreiben Sie einen Teil ihres Namens, wie in camera:canon.</translation>
    </message>
    <message>
        <source>Write a part of its name, as in lens:50mm.</source>
        <translation>Schreiben Sie einen Teil seines Namens, wie in lens:50mm.</translation>
    </message>
    <message>
        <source>Write a whole number, as in iso:800, iso:&gt;=800 or iso:100..400.</source>
        <translation>Schreiben Sie eine ganze Zahl, wie in iso:800, iso:&gt;=800 oder iso:100..400.</translation>
    </message>
    <message>
        <source>Write it as #rrggbb.</source>
        <translation>Schreiben Sie sie als #rrggbb.</translation>
    </message>
    <message>
        <source>Write it as animals/dog, without a slash at its ends.</source>
        <translation>Schreiben Sie ihn wie animals/dog, ohne Schrägstrich am Anfang oder Ende.</translation>
    </message>
    <message>
        <source>Write landscape, portrait or square.</source>
        <translation>Schreiben Sie landscape (Querformat), portrait (Hochformat) oder square (quadratisch).</translation>
    </message>
    <message>
        <source>Write latitude, longitude and kilometres, as in near:48.21,16.37,5.</source>
        <translation>Schreiben Sie Breite, Länge und Kilometer, wie in near:48.21,16.37,5.</translation>
    </message>
    <message>
        <source>Write one of {0}, or a kind of raw file.</source>
        <translation>Schreiben Sie eines von {0} oder eine Art von Raw-Dateien.</translation>
    </message>
    <message>
        <source>Write one of {0}.</source>
        <translation>Schreiben Sie eines von {0}.</translation>
    </message>
    <message>
        <source>Write stars from 0 to 5, as in rating:4 or rating:&gt;=3, or rejected.</source>
        <translation>Schreiben Sie 0 bis 5 Sterne, wie in rating:4 oder rating:&gt;=3, oder rejected (abgelehnt).</translation>
    </message>
    <message>
        <source>Write the name of a label, as in label:sunset.</source>
        <translation>Schreiben Sie den Namen eines Schlagworts, wie in label:sunset.</translation>
    </message>
    <message>
        <source>Write the name of an album, as in album:&quot;Summer 2023&quot;.</source>
        <translation>Schreiben Sie den Namen eines Albums, wie in album:&quot;Sommer 2023&quot;.</translation>
    </message>
    <message>
        <source>Write the number of a photo or the path of its file, as in similar:42.</source>
        <translation>Schreiben Sie die Nummer eines Fotos oder den Pfad seiner Datei, wie in similar:42.</translation>
    </message>
    <message>
        <source>Write the number of a photo or the path of its file.</source>
        <translation>Schreiben Sie die Nummer eines Fotos oder den Pfad seiner Datei.</translation>
    </message>
    <message>
        <source>Write the path of a picture, as in image:~/holiday.jpg.</source>
        <translation>Schreiben Sie den Pfad eines Bildes, wie in image:~/urlaub.jpg.</translation>
    </message>
    <message>
        <source>Write words or a picture before and after it, as in beach + umbrella.</source>
        <translation>Schreiben Sie Wörter oder ein Bild davor und dahinter, wie in beach + umbrella.</translation>
    </message>
    <message>
        <source>a + has nothing to add</source>
        <translation>ein + hat nichts hinzuzufügen</translation>
    </message>
    <message>
        <source>a FLORES language code in front ({0} if in doubt)</source>
        <translation>ein Sprachkürzel von FLORES davor (im Zweifel {0})</translation>
    </message>
    <message>
        <source>a ^ needs the weight that it stands for</source>
        <translation>ein ^ braucht das Gewicht, für das es steht</translation>
    </message>
    <message>
        <source>a description</source>
        <translation>eine Erklärung</translation>
    </message>
    <message>
        <source>a label cannot move below itself</source>
        <translation>ein Schlagwort kann nicht unter sich selbst stehen</translation>
    </message>
    <message>
        <source>a label has at most {0} examples of a kind from elsewhere</source>
        <translation>ein Schlagwort hat höchstens {0} Beispiele einer Art von anderswo</translation>
    </message>
    <message>
        <source>a label has at most {0} prompts</source>
        <translation>ein Schlagwort hat höchstens {0} Beschreibungen</translation>
    </message>
    <message>
        <source>a label needs a name</source>
        <translation>ein Schlagwort braucht einen Namen</translation>
    </message>
    <message>
        <source>a label&apos;s name has at most {0} characters</source>
        <translation>der Name eines Schlagworts hat höchstens {0} Zeichen</translation>
    </message>
    <message>
        <source>a line does not hold two parts of a word</source>
        <translation>eine Zeile enthält nicht zwei Teile eines Wortes</translation>
    </message>
    <message>
        <source>a mark in a {0} lands {1} where it belongs</source>
        <translation>eine Marke in einem Bild der Form {0} landet {1} der Stelle, an die sie gehört</translation>
    </message>
    <message>
        <source>a name has at most {0} characters</source>
        <translation>ein Name hat höchstens {0} Zeichen</translation>
    </message>
    <message>
        <source>a prompt</source>
        <translation>eine Beschreibung</translation>
    </message>
    <message>
        <source>a quotation mark &quot; has no other that closes it</source>
        <translation>ein Anführungszeichen &quot; hat keines, das es schließt</translation>
    </message>
    <message>
        <source>a saved search needs a name</source>
        <translation>eine gespeicherte Suche braucht einen Namen</translation>
    </message>
    <message>
        <source>a search takes {0} {1} at most; the others are left out</source>
        <translation>eine Suche nimmt höchstens {0} {1}; die übrigen werden ausgelassen</translation>
    </message>
    <message>
        <source>a search with a name that is no valid Unicode cannot be kept</source>
        <translation>eine Suche, deren Name kein gültiges Unicode ist, lässt sich nicht speichern</translation>
    </message>
    <message>
        <source>a threshold is a number such as 3.5</source>
        <translation>eine Schwelle ist eine Zahl wie 3.5</translation>
    </message>
    <message>
        <source>an album needs a name</source>
        <translation>ein Album braucht einen Namen</translation>
    </message>
    <message>
        <source>animals/dog = a dog | a puppy</source>
        <translation>animals/dog = a dog | a puppy</translation>
    </message>
    <message>
        <source>any number at once</source>
        <translation>beliebig viele auf einmal</translation>
    </message>
    <message>
        <source>anywhere but</source>
        <translation>irgendwo, nur nicht an</translation>
    </message>
    <message>
        <source>asks for patches of any number, not for an image</source>
        <translation>verlangt beliebig viele Bildausschnitte, kein Bild</translation>
    </message>
    <message>
        <source>at most {0} tokens</source>
        <translation>höchstens {0} Tokens</translation>
    </message>
    <message>
        <source>beside it {0}</source>
        <translation>daneben {0}</translation>
    </message>
    <message>
        <source>both are the same model</source>
        <translation>beide sind dasselbe Modell</translation>
    </message>
    <message>
        <source>cannot be listed ({0})</source>
        <translation>lässt sich nicht auflisten ({0})</translation>
    </message>
    <message>
        <source>cannot be loaded: it is no whole ONNX graph ({0})</source>
        <translation>lässt sich nicht laden: das ist kein vollständiger ONNX-Graph ({0})</translation>
    </message>
    <message>
        <source>cannot be moved to the trash ({0})</source>
        <translation>lässt sich nicht in den Papierkorb verschieben ({0})</translation>
    </message>
    <message>
        <source>cleaned as open_clip does</source>
        <translation>bereinigt wie bei open_clip</translation>
    </message>
    <message>
        <source>cleaned as open_clip does, in lower case</source>
        <translation>bereinigt wie bei open_clip, in Kleinbuchstaben</translation>
    </message>
    <message>
        <source>colours first</source>
        <translation>Farben zuerst</translation>
    </message>
    <message>
        <source>colours last</source>
        <translation>Farben zuletzt</translation>
    </message>
    <message>
        <source>does not say how many numbers an embedding has, and neither do the settings</source>
        <translation>sagt nicht, wie viele Zahlen ein Vektor hat, und die Einstellungen auch nicht</translation>
    </message>
    <message>
        <source>embedding of photo {0} by model {1} is no unit vector</source>
        <translation>der Vektor von Foto {0} mit Modell {1} ist kein Einheitsvektor</translation>
    </message>
    <message>
        <source>embeddings: {0} numbers</source>
        <translation>Vektoren: {0} Zahlen</translation>
    </message>
    <message>
        <source>exactly {0} at a time</source>
        <translation>genau {0} auf einmal</translation>
    </message>
    <message>
        <source>files of layout {0} were passed over: {1} is the most complete one, or comes first</source>
        <translation>Dateien im Aufbau {0} wurden übergangen: {1} ist am vollständigsten oder kommt zuerst</translation>
    </message>
    <message>
        <source>finds more of the sample photos by their captions {0}</source>
        <translation>findet mehr der Beispielfotos durch ihre Bildunterschrift {0}</translation>
    </message>
    <message>
        <source>finds {0} of {1} sample photos by their English captions, as by chance</source>
        <translation>findet {0} von {1} Beispielfotos durch ihre englische Bildunterschrift, wie durch Zufall</translation>
    </message>
    <message>
        <source>fixed by the graph</source>
        <translation>vom Graphen vorgegeben</translation>
    </message>
    <message>
        <source>from {0}x{1}</source>
        <translation>aus {0}×{1}</translation>
    </message>
    <message>
        <source>gives a padded text another vector (cosine {0}), but {1} promises that padding does not matter</source>
        <translation>ergibt für einen aufgefüllten Text einen anderen Vektor (Kosinus {0}), aber {1} verspricht, dass Auffüllen keine Rolle spielt</translation>
    </message>
    <message>
        <source>gives a vector of zeros for {0}</source>
        <translation>ergibt einen Vektor aus Nullen für {0}</translation>
    </message>
    <message>
        <source>gives a {0} another vector when others are embedded with it (cosine {1})</source>
        <translation>ergibt für eine Eingabe ({0}) einen anderen Vektor, wenn andere mit ihr ausgewertet werden (Kosinus {1})</translation>
    </message>
    <message>
        <source>gives all {0}s the same vector</source>
        <translation>ergibt für alle Eingaben ({0}) denselben Vektor</translation>
    </message>
    <message>
        <source>gives embeddings of {0} numbers, but {1} {2}</source>
        <translation>ergibt Vektoren aus {0} Zahlen, aber {1} {2}</translation>
    </message>
    <message>
        <source>gives golden {0} {1} a vector with cosine {2} to the expected one, below {3}</source>
        <translation>ergibt für die Musterangabe {0} {1} einen Vektor mit Kosinus {2} zum erwarteten, weniger als {3}</translation>
    </message>
    <message>
        <source>gives no number below zero, as an activation does, not an embedding</source>
        <translation>ergibt keine Zahl unter null, wie eine Aktivierung, nicht wie ein Vektor zum Vergleichen</translation>
    </message>
    <message>
        <source>gives numbers that add up to 1, as probabilities do, not an embedding</source>
        <translation>ergibt Zahlen, die zusammen 1 sind, wie Wahrscheinlichkeiten, nicht wie ein Vektor zum Vergleichen</translation>
    </message>
    <message>
        <source>gives numbers that are not finite for {0}</source>
        <translation>ergibt Zahlen, die nicht endlich sind, für {0}</translation>
    </message>
    <message>
        <source>gives other vectors on {0} than on the CPU (cosine {1})</source>
        <translation>ergibt auf {0} andere Vektoren als auf der CPU (Kosinus {1})</translation>
    </message>
    <message>
        <source>gives pooler_output but not {0}: what it gives is not projected yet</source>
        <translation>ergibt pooler_output, aber nicht {0}: was es ergibt, ist noch nicht projiziert</translation>
    </message>
    <message>
        <source>gives the same number for every {0} in {1} of its places</source>
        <translation>ergibt für jede Eingabe ({0}) an {1} der Stellen dieselbe Zahl</translation>
    </message>
    <message>
        <source>gives the same {0} another vector the next time (cosine {1})</source>
        <translation>ergibt für dieselbe Eingabe ({0}) beim nächsten Mal einen anderen Vektor (Kosinus {1})</translation>
    </message>
    <message>
        <source>gives wrong vectors on {0} ({1})</source>
        <translation>ergibt auf {0} falsche Vektoren ({1})</translation>
    </message>
    <message>
        <source>golden {0} {1}</source>
        <translation>Musterangabe {0} {1}</translation>
    </message>
    <message>
        <source>hardly tells {0}s apart: all cosines are above {1}</source>
        <translation>unterscheidet Eingaben ({0}) kaum: alle Kosinus liegen über {1}</translation>
    </message>
    <message>
        <source>has a document type, which XMP does not</source>
        <translation>hat einen Dokumenttyp, den es in XMP nicht gibt</translation>
    </message>
    <message>
        <source>has a file called {0}, inside of another file</source>
        <translation>hat eine Datei namens {0} innerhalb einer anderen Datei</translation>
    </message>
    <message>
        <source>has a file called {0}, which {1}</source>
        <translation>hat eine Datei namens {0}; sie {1}</translation>
    </message>
    <message>
        <source>has a golden vector that is none</source>
        <translation>hat einen Mustervektor, der keiner ist</translation>
    </message>
    <message>
        <source>has a mean and std that turn black into {0} and white into {1}</source>
        <translation>hat Werte mean und std, die aus Schwarz {0} und aus Weiß {1} machen</translation>
    </message>
    <message>
        <source>has files called {0} and {1}, which some disks mix up</source>
        <translation>hat Dateien namens {0} und {1}, die manche Laufwerke verwechseln</translation>
    </message>
    <message>
        <source>has more than {0} tags</source>
        <translation>hat mehr als {0} XML-Tags</translation>
    </message>
    <message>
        <source>has no output named {0}, but: {1}</source>
        <translation>hat keine Ausgabe namens {0}, aber: {1}</translation>
    </message>
    <message>
        <source>has no token {0}</source>
        <translation>hat kein Token {0}</translation>
    </message>
    <message>
        <source>has no token {0} for a language</source>
        <translation>hat kein Token {0} für eine Sprache</translation>
    </message>
    <message>
        <source>has words that {0} has no place for</source>
        <translation>hat Wörter, für die {0} keinen Platz hat</translation>
    </message>
    <message>
        <source>has {0} MB, which is no file of settings</source>
        <translation>hat {0} MB und ist damit keine Datei mit Einstellungen</translation>
    </message>
    <message>
        <source>has {0} bytes, but {1} keeps weights in the first {2}</source>
        <translation>hat {0} Bytes, aber {1} bewahrt Gewichte in den ersten {2} auf</translation>
    </message>
    <message>
        <source>has {0} files, more than any model needs</source>
        <translation>hat {0} Dateien, mehr als irgendein Modell braucht</translation>
    </message>
    <message>
        <source>has {0} numbers, not {1}</source>
        <translation>hat {0} Zahlen, nicht {1}</translation>
    </message>
    <message>
        <source>has {0} words, but {1} has places for {2}</source>
        <translation>hat {0} Wörter, aber {1} hat Plätze für {2}</translation>
    </message>
    <message>
        <source>has {0} x {1} = {2} pixels</source>
        <translation>hat {0} × {1} = {2} Pixel</translation>
    </message>
    <message>
        <source>hnswlib cannot be loaded ({0})</source>
        <translation>hnswlib lässt sich nicht laden ({0})</translation>
    </message>
    <message>
        <source>holds both towers in one graph, which would take a text with every picture</source>
        <translation>enthält beide Teile in einem Graphen, der zu jedem Bild einen Text verlangen würde</translation>
    </message>
    <message>
        <source>holds more than a server and a path</source>
        <translation>enthält mehr als einen Server und einen Pfad</translation>
    </message>
    <message>
        <source>holds no ONNX model of a known layout</source>
        <translation>enthält kein ONNX-Modell mit bekanntem Aufbau</translation>
    </message>
    <message>
        <source>holds no XMP</source>
        <translation>enthält kein XMP</translation>
    </message>
    <message>
        <source>holds no labels</source>
        <translation>enthält keine Schlagwörter</translation>
    </message>
    <message>
        <source>holds no list of labels</source>
        <translation>enthält keine Liste von Schlagwörtern</translation>
    </message>
    <message>
        <source>holds no templates</source>
        <translation>enthält keine Vorlagen</translation>
    </message>
    <message>
        <source>holds no words</source>
        <translation>enthält keine Wörter</translation>
    </message>
    <message>
        <source>holds none of the photos of {0}</source>
        <translation>enthält keines der Fotos von {0}</translation>
    </message>
    <message>
        <source>holds other photos than its stamp says</source>
        <translation>enthält andere Fotos als vermerkt</translation>
    </message>
    <message>
        <source>holds several models ({0})</source>
        <translation>enthält mehrere Modelle ({0})</translation>
    </message>
    <message>
        <source>holds {0} in a form that is left alone</source>
        <translation>enthält {0} in einer Form, die nicht angerührt wird</translation>
    </message>
    <message>
        <source>holds {0} vectors that are gone, of {1}</source>
        <translation>enthält {0} Vektoren von {1}, die es nicht mehr gibt</translation>
    </message>
    <message>
        <source>holds {0}, which is not a number</source>
        <translation>enthält {0}, das keine Zahl ist</translation>
    </message>
    <message>
        <source>holds {0}, which is not above 0</source>
        <translation>enthält {0}, das nicht größer als 0 ist</translation>
    </message>
    <message>
        <source>holds {0}, which is not finite</source>
        <translation>enthält {0}, das nicht endlich ist</translation>
    </message>
    <message>
        <source>hub_endpoint is {0}, which {1}</source>
        <translation>hub_endpoint ist {0}, und das {1}</translation>
    </message>
    <message>
        <source>ignore: {0}</source>
        <translation>ignore: {0}</translation>
    </message>
    <message>
        <source>image graph: {0}</source>
        <translation>Bildgraph: {0}</translation>
    </message>
    <message>
        <source>images: {0} {1} {2}x{3}</source>
        <translation>Bilder: {0} {1} {2}×{3}</translation>
    </message>
    <message>
        <source>in lower case</source>
        <translation>in Kleinbuchstaben</translation>
    </message>
    <message>
        <source>in lower case without punctuation</source>
        <translation>in Kleinbuchstaben ohne Satzzeichen</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>is a Git LFS pointer, not the content</source>
        <translation>ist ein Verweis von Git LFS, nicht der Inhalt</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>ist ein Verzeichnis</translation>
    </message>
    <message>
        <source>is a file, not a folder</source>
        <translation>ist eine Datei, kein Ordner</translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>is a folder, not a file</source>
        <translation>ist ein Ordner, keine Datei</translation>
    </message>
    <message>
        <source>is a link that leads nowhere</source>
        <translation>ist eine Verknüpfung, die nirgendwohin führt</translation>
    </message>
    <message>
        <source>is a link to nowhere</source>
        <translation>ist eine Verknüpfung, die nirgendwohin führt</translation>
    </message>
    <message>
        <source>is a raw file of a camera</source>
        <translation>ist eine Raw-Datei einer Kamera</translation>
    </message>
    <message>
        <source>is already watched</source>
        <translation>wird schon überwacht</translation>
    </message>
    <message>
        <source>is closed</source>
        <translation>ist geschlossen</translation>
    </message>
    <message>
        <source>is damaged (a label has no list of texts: {0})</source>
        <translation>ist beschädigt (ein Schlagwort hat keine Liste von Texten: {0})</translation>
    </message>
    <message>
        <source>is damaged (an embedding has a wrong length)</source>
        <translation>ist beschädigt (ein Vektor hat eine falsche Länge)</translation>
    </message>
    <message>
        <source>is damaged (generations are missing)</source>
        <translation>ist beschädigt (Generationen fehlen)</translation>
    </message>
    <message>
        <source>is damaged (not an SQLite database)</source>
        <translation>ist beschädigt (keine SQLite-Datenbank)</translation>
    </message>
    <message>
        <source>is damaged (not the file that was stamped)</source>
        <translation>ist beschädigt (nicht die vermerkte Datei)</translation>
    </message>
    <message>
        <source>is damaged (the embedding of photo {0} is no vector)</source>
        <translation>ist beschädigt (zu Foto {0} gibt es keinen gültigen Vektor)</translation>
    </message>
    <message>
        <source>is damaged ({0})</source>
        <translation>ist beschädigt ({0})</translation>
    </message>
    <message>
        <source>is damaged JSON ({0})</source>
        <translation>ist beschädigtes JSON ({0})</translation>
    </message>
    <message>
        <source>is damaged: its {0} header makes no sense</source>
        <translation>ist beschädigt: der {0}-Kopf ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>is damaged: {0}</source>
        <translation>ist beschädigt: {0}</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is false, but photos come in every size</source>
        <translation>ist false, aber Fotos gibt es in jeder Größe</translation>
    </message>
    <message>
        <source>is for vectors of dim {0}, not {1}</source>
        <translation>ist für Vektoren der Dimension {0}, nicht {1}</translation>
    </message>
    <message>
        <source>is for {0} {1}, not {2}</source>
        <translation>ist für {0} {1}, nicht {2}</translation>
    </message>
    <message>
        <source>is in use</source>
        <translation>ist in Gebrauch</translation>
    </message>
    <message>
        <source>is in use by another program</source>
        <translation>wird von einem anderen Programm benutzt</translation>
    </message>
    <message>
        <source>is in use {0}</source>
        <translation>ist in Gebrauch {0}</translation>
    </message>
    <message>
        <source>is larger than {0} bytes</source>
        <translation>ist größer als {0} Bytes</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is missing, but its backup is there</source>
        <translation>fehlt, aber die Sicherung ist da</translation>
    </message>
    <message>
        <source>is no label</source>
        <translation>ist kein Schlagwort</translation>
    </message>
    <message>
        <source>is no text in UTF-8</source>
        <translation>ist kein Text in UTF-8</translation>
    </message>
    <message>
        <source>is not CLIP&apos;s list of merges ({0})</source>
        <translation>ist nicht die Merge-Liste von CLIP ({0})</translation>
    </message>
    <message>
        <source>is not a SHA-256 in hexadecimal</source>
        <translation>ist keine SHA-256-Prüfsumme in Hexadezimalschreibweise</translation>
    </message>
    <message>
        <source>is not a file that holds anything</source>
        <translation>ist keine Datei, die etwas enthält</translation>
    </message>
    <message>
        <source>is not a folder</source>
        <translation>ist kein Ordner</translation>
    </message>
    <message>
        <source>is not a list of objects</source>
        <translation>ist keine Liste von Objekten</translation>
    </message>
    <message>
        <source>is not a list of texts</source>
        <translation>ist keine Liste von Texten</translation>
    </message>
    <message>
        <source>is not a model directory of a known layout ({0})</source>
        <translation>ist kein Modellverzeichnis mit bekanntem Aufbau ({0})</translation>
    </message>
    <message>
        <source>is not a model for pictures and texts</source>
        <translation>ist kein Modell für Bilder und Texte</translation>
    </message>
    <message>
        <source>is not a path inside the model directory</source>
        <translation>ist kein Pfad innerhalb des Modellverzeichnisses</translation>
    </message>
    <message>
        <source>is not a photoclip catalog</source>
        <translation>ist kein Katalog von photoclip</translation>
    </message>
    <message>
        <source>is not a picture in a known format</source>
        <translation>ist kein Bild in einem bekannten Format</translation>
    </message>
    <message>
        <source>is not a regular file</source>
        <translation>ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>is not a tokenizer</source>
        <translation>ist kein Tokenizer</translation>
    </message>
    <message>
        <source>is not in the library</source>
        <translation>ist nicht in der Bibliothek</translation>
    </message>
    <message>
        <source>is not inside a watched folder</source>
        <translation>liegt in keinem überwachten Ordner</translation>
    </message>
    <message>
        <source>is not like https://example.org</source>
        <translation>hat nicht die Form https://example.org</translation>
    </message>
    <message>
        <source>is not there now</source>
        <translation>ist gerade nicht da</translation>
    </message>
    <message>
        <source>is not valid JSON ({0})</source>
        <translation>ist kein gültiges JSON ({0})</translation>
    </message>
    <message>
        <source>is not watched any more</source>
        <translation>wird nicht mehr überwacht</translation>
    </message>
    <message>
        <source>is not well-formed XML ({0})</source>
        <translation>ist kein wohlgeformtes XML ({0})</translation>
    </message>
    <message>
        <source>is not writable</source>
        <translation>ist schreibgeschützt</translation>
    </message>
    <message>
        <source>is not written in {0}, as it says</source>
        <translation>ist nicht in {0} geschrieben, wie angegeben</translation>
    </message>
    <message>
        <source>is of another format</source>
        <translation>hat ein anderes Format</translation>
    </message>
    <message>
        <source>is open for reading only</source>
        <translation>ist nur zum Lesen geöffnet</translation>
    </message>
    <message>
        <source>is out of reach</source>
        <translation>ist nicht erreichbar</translation>
    </message>
    <message>
        <source>is out of reach ({0})</source>
        <translation>ist nicht erreichbar ({0})</translation>
    </message>
    <message>
        <source>is still in its place</source>
        <translation>ist noch an seinem Ort</translation>
    </message>
    <message>
        <source>is the one to be kept</source>
        <translation>ist die, die bleiben soll</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>ist schon da</translation>
    </message>
    <message>
        <source>is too large for a list of labels</source>
        <translation>ist zu groß für eine Liste von Schlagwörtern</translation>
    </message>
    <message>
        <source>is write-protected</source>
        <translation>ist schreibgeschützt</translation>
    </message>
    <message>
        <source>is {0}, but this photoclip reads {1} at most</source>
        <translation>ist {0}, aber dieses photoclip liest höchstens {1}</translation>
    </message>
    <message>
        <source>is {0}, not a whole number from {1} to {2}</source>
        <translation>ist {0}, keine ganze Zahl von {1} bis {2}</translation>
    </message>
    <message>
        <source>is {0}, not above 0 and at most 1</source>
        <translation>ist {0}, nicht größer als 0 und höchstens 1</translation>
    </message>
    <message>
        <source>is {0}, not one of {1}</source>
        <translation>ist {0}, nicht eines von {1}</translation>
    </message>
    <message>
        <source>is {0}, not whole numbers from 1 to {1}</source>
        <translation>ist {0}, keine ganzen Zahlen von 1 bis {1}</translation>
    </message>
    <message>
        <source>is {0}, not {1}</source>
        <translation>ist {0}, nicht {1}</translation>
    </message>
    <message>
        <source>is {0}, which holds half a character</source>
        <translation>ist {0}, das ein halbes Zeichen enthält</translation>
    </message>
    <message>
        <source>is {0}, which is not above 0</source>
        <translation>ist {0}, das nicht größer als 0 ist</translation>
    </message>
    <message>
        <source>is {0}x{1}, which has no pixels</source>
        <translation>ist {0}×{1} groß und hat damit keine Pixel</translation>
    </message>
    <message>
        <source>its file is not what it was</source>
        <translation>die Datei ist nicht mehr, was sie war</translation>
    </message>
    <message>
        <source>keeps weights in {0}, outside its own folder</source>
        <translation>bewahrt Gewichte in {0} auf, außerhalb des eigenen Ordners</translation>
    </message>
    <message>
        <source>knows no model {0}</source>
        <translation>kennt kein Modell {0}</translation>
    </message>
    <message>
        <source>label {0}: {1}</source>
        <translation>Schlagwort {0}: {1}</translation>
    </message>
    <message>
        <source>layout {0}: {1}</source>
        <translation>Aufbau {0}: {1}</translation>
    </message>
    <message>
        <source>leads into your own network</source>
        <translation>führt in Ihr eigenes Netzwerk</translation>
    </message>
    <message>
        <source>leads to something that is no web server</source>
        <translation>führt zu etwas, das kein Webserver ist</translation>
    </message>
    <message>
        <source>leads to {0}, which is no sidecar</source>
        <translation>führt zu {0}, und das ist keine Begleitdatei</translation>
    </message>
    <message>
        <source>lies around the watched folder {0}</source>
        <translation>enthält den überwachten Ordner {0}</translation>
    </message>
    <message>
        <source>lies inside the watched folder {0}</source>
        <translation>liegt im überwachten Ordner {0}</translation>
    </message>
    <message>
        <source>line {0}: {1}</source>
        <translation>Zeile {0}: {1}</translation>
    </message>
    <message>
        <source>mean {0}, deviation {1}</source>
        <translation>Mittelwert {0}, Abweichung {1}</translation>
    </message>
    <message>
        <source>model {0} {1}</source>
        <translation>Modell {0} {1}</translation>
    </message>
    <message>
        <source>name or service not known</source>
        <translation>Name oder Dienst nicht bekannt</translation>
    </message>
    <message>
        <source>needs more memory than there is</source>
        <translation>braucht mehr Arbeitsspeicher, als vorhanden ist</translation>
    </message>
    <message>
        <source>network is unreachable</source>
        <translation>Netzwerk nicht erreichbar</translation>
    </message>
    <message>
        <source>no longer has the file {0}</source>
        <translation>hat die Datei {0} nicht mehr</translation>
    </message>
    <message>
        <source>no model is called {0}</source>
        <translation>kein Modell heißt {0}</translation>
    </message>
    <message>
        <source>no photo can be compared</source>
        <translation>kein Foto lässt sich vergleichen</translation>
    </message>
    <message>
        <source>no photos are indexed yet</source>
        <translation>noch keine Fotos sind eingelesen</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>kein Platz mehr auf dem Laufwerk</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>Datei oder Verzeichnis nicht gefunden</translation>
    </message>
    <message>
        <source>normalised by the graph</source>
        <translation>vom Graphen normalisiert</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>kein Verzeichnis</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht benutzt</translation>
    </message>
    <message>
        <source>nothing clearly matches</source>
        <translation>nichts passt deutlich</translation>
    </message>
    <message>
        <source>of shape ({0})</source>
        <translation>der Form ({0})</translation>
    </message>
    <message>
        <source>onnxruntime could not start {0}</source>
        <translation>onnxruntime konnte {0} nicht starten</translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation>Vorgang nicht erlaubt</translation>
    </message>
    <message>
        <source>padded to {0} tokens</source>
        <translation>auf {0} Tokens aufgefüllt</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>photo {0}</source>
        <translation>Foto {0}</translation>
    </message>
    <message>
        <source>photo {0} was taken at {1}</source>
        <translation>Foto {0} wurde aufgenommen: {1}</translation>
    </message>
    <message>
        <source>photoclip is set to stay offline</source>
        <translation>photoclip ist so eingestellt, dass es offline bleibt</translation>
    </message>
    <message>
        <source>photoclip labels</source>
        <translation>photoclip labels</translation>
    </message>
    <message>
        <source>photoclip needs the towers apart, onnx/{0}.onnx and onnx/{1}.onnx: download them too where the model has them, or export it again that way.</source>
        <translation>photoclip braucht die Teile getrennt, onnx/{0}.onnx und onnx/{1}.onnx: Laden Sie auch diese herunter, wenn das Modell sie hat, oder exportieren Sie es noch einmal auf diese Weise.</translation>
    </message>
    <message>
        <source>picture {0}</source>
        <translation>Bild {0}</translation>
    </message>
    <message>
        <source>pictures cannot be kept here ({0})</source>
        <translation>hier lassen sich keine Bilder aufbewahren ({0})</translation>
    </message>
    <message>
        <source>prompts and pictures</source>
        <translation>Beschreibungen und Bilder</translation>
    </message>
    <message>
        <source>prompts stand after a name and =</source>
        <translation>Beschreibungen stehen hinter einem Namen und =</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>Laufwerk ist schreibgeschützt</translation>
    </message>
    <message>
        <source>refused a request ({0})</source>
        <translation>verweigerte eine Anfrage ({0})</translation>
    </message>
    <message>
        <source>says that it is written in {0}</source>
        <translation>gibt an, in {0} geschrieben zu sein</translation>
    </message>
    <message>
        <source>says {0} {1}</source>
        <translation>meldet {0} {1}</translation>
    </message>
    <message>
        <source>sends a web page, not a picture</source>
        <translation>sendet eine Webseite, kein Bild</translation>
    </message>
    <message>
        <source>sends more than {0} MB</source>
        <translation>sendet mehr als {0}&#xa0;MB</translation>
    </message>
    <message>
        <source>sends on to other places too often</source>
        <translation>leitet zu oft an andere Orte weiter</translation>
    </message>
    <message>
        <source>sends something that is no picture</source>
        <translation>sendet etwas, das kein Bild ist</translation>
    </message>
    <message>
        <source>should give one embedding for each input, but gives: {0}</source>
        <translation>sollte einen Vektor je Eingabe ergeben, ergibt aber: {0}</translation>
    </message>
    <message>
        <source>should have one input, the image, but has: {0}</source>
        <translation>sollte eine Eingabe haben, das Bild, hat aber: {0}</translation>
    </message>
    <message>
        <source>should take token ids and perhaps a mask, but has inputs: {0}</source>
        <translation>sollte Token-Nummern und vielleicht eine Maske nehmen, hat aber die Eingaben: {0}</translation>
    </message>
    <message>
        <source>similar photos</source>
        <translation>ähnliche Fotos</translation>
    </message>
    <message>
        <source>squeezed to that size</source>
        <translation>auf diese Größe gestaucht</translation>
    </message>
    <message>
        <source>stale file handle</source>
        <translation>Datei auf dem Server nicht mehr gültig</translation>
    </message>
    <message>
        <source>stated by the directory</source>
        <translation>vom Verzeichnis angegeben</translation>
    </message>
    <message>
        <source>stopped in the middle of the picture</source>
        <translation>brach mitten im Bild ab</translation>
    </message>
    <message>
        <source>takes images as {0}, which photoclip cannot give</source>
        <translation>nimmt Bilder als {0}, was photoclip nicht geben kann</translation>
    </message>
    <message>
        <source>takes images of {0} pixels, but preprocessing gives {1}</source>
        <translation>nimmt Bilder mit {0} Pixeln, die Vorbereitung ergibt aber {1}</translation>
    </message>
    <message>
        <source>takes input {0} as {1}, not as whole numbers</source>
        <translation>nimmt die Eingabe {0} als {1}, nicht als ganze Zahlen</translation>
    </message>
    <message>
        <source>takes input {0} {1}, not (batch, tokens)</source>
        <translation>nimmt die Eingabe {0} {1}, nicht (batch, tokens)</translation>
    </message>
    <message>
        <source>takes input {0} {1}, not a batch of images</source>
        <translation>nimmt die Eingabe {0} {1}, keinen Stapel von Bildern</translation>
    </message>
    <message>
        <source>takes input {0} {1}, not images of 3 colours</source>
        <translation>nimmt die Eingabe {0} {1}, keine Bilder mit 3 Farben</translation>
    </message>
    <message>
        <source>takes inputs of different sizes: {0}</source>
        <translation>nimmt Eingaben verschiedener Größe: {0}</translation>
    </message>
    <message>
        <source>takes no copies ({0})</source>
        <translation>nimmt keine Kopien auf ({0})</translation>
    </message>
    <message>
        <source>takes red for blue</source>
        <translation>hält Rot für Blau</translation>
    </message>
    <message>
        <source>takes {0} tokens, but config.json says {1}</source>
        <translation>nimmt {0} Tokens, aber config.json nennt {1}</translation>
    </message>
    <message>
        <source>temporary failure in name resolution</source>
        <translation>Namensauflösung vorübergehend gestört</translation>
    </message>
    <message>
        <source>text graph: {0}</source>
        <translation>Textgraph: {0}</translation>
    </message>
    <message>
        <source>text: {0}</source>
        <translation>Text: {0}</translation>
    </message>
    <message>
        <source>the album {0} would be a part of itself</source>
        <translation>das Album {0} wäre ein Teil von sich selbst</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>das Laufwerk ist voll</translation>
    </message>
    <message>
        <source>the embedding of photo {0} is no unit vector</source>
        <translation>zu Foto {0} gibt es keinen Einheitsvektor</translation>
    </message>
    <message>
        <source>the first of {0} outputs with {1} numbers for each input</source>
        <translation>die erste von {0} Ausgaben mit {1} Zahlen je Eingabe</translation>
    </message>
    <message>
        <source>the folder</source>
        <translation>der Ordner</translation>
    </message>
    <message>
        <source>the layout names it, of {0} outputs</source>
        <translation>vom Aufbau benannt, unter {0} Ausgaben</translation>
    </message>
    <message>
        <source>the library&apos;s folder cannot be made ({0})</source>
        <translation>der Ordner der Bibliothek lässt sich nicht anlegen ({0})</translation>
    </message>
    <message>
        <source>the limit of {0} pixels (setting pixel_limit)</source>
        <translation>die Grenze von {0} Pixeln (Einstellung pixel_limit)</translation>
    </message>
    <message>
        <source>the longer side fitted and the rest filled</source>
        <translation>längere Seite eingepasst und der Rest aufgefüllt</translation>
    </message>
    <message>
        <source>the model gives no vector for it: {0}</source>
        <translation>das Modell ergibt dafür keinen Vektor: {0}</translation>
    </message>
    <message>
        <source>the model has no expected vectors to compare with</source>
        <translation>das Modell hat keine erwarteten Vektoren zum Vergleichen</translation>
    </message>
    <message>
        <source>the model has no {0} graph</source>
        <translation>das Modell hat keinen Graphen in {0}</translation>
    </message>
    <message>
        <source>the model hub&apos;s address is {0}, which {1}</source>
        <translation>die Adresse des Modell-Hubs ist {0}, und das {1}</translation>
    </message>
    <message>
        <source>the model was closed</source>
        <translation>das Modell wurde geschlossen</translation>
    </message>
    <message>
        <source>the name of a group</source>
        <translation>der Name einer Gruppe</translation>
    </message>
    <message>
        <source>the name of a set</source>
        <translation>der Name einer Sammlung</translation>
    </message>
    <message>
        <source>the name {0} has an empty part</source>
        <translation>der Name {0} hat einen leeren Teil</translation>
    </message>
    <message>
        <source>the only output</source>
        <translation>die einzige Ausgabe</translation>
    </message>
    <message>
        <source>the photos of {0} are found by its search, not put in</source>
        <translation>die Fotos von {0} findet die Suche des Albums, sie werden nicht hineingelegt</translation>
    </message>
    <message>
        <source>the prompts of a word cancel each other out</source>
        <translation>die Beschreibungen eines Wortes heben sich gegenseitig auf</translation>
    </message>
    <message>
        <source>the prompts of the label {0} cancel each other out</source>
        <translation>die Beschreibungen des Schlagworts {0} heben sich gegenseitig auf</translation>
    </message>
    <message>
        <source>the search is empty</source>
        <translation>die Suche ist leer</translation>
    </message>
    <message>
        <source>the search of the album {0} leads nowhere: {1}</source>
        <translation>die Suche des Albums {0} führt nirgendwohin: {1}</translation>
    </message>
    <message>
        <source>the server sends another part than it was asked for</source>
        <translation>der Server sendet einen anderen Teil als verlangt</translation>
    </message>
    <message>
        <source>the shorter side fitted and the centre cut out</source>
        <translation>kürzere Seite eingepasst und die Mitte ausgeschnitten</translation>
    </message>
    <message>
        <source>the template {0} has no {1} in it</source>
        <translation>die Vorlage {0} enthält kein {1}</translation>
    </message>
    <message>
        <source>there are no albums yet</source>
        <translation>es gibt noch keine Alben</translation>
    </message>
    <message>
        <source>there are no labels yet</source>
        <translation>es gibt noch keine Schlagwörter</translation>
    </message>
    <message>
        <source>there are no prompt templates {0}</source>
        <translation>es gibt keine Vorlagen {0} für Beschreibungen</translation>
    </message>
    <message>
        <source>there are {0} labels already, which is all there can be</source>
        <translation>es gibt schon {0} Schlagwörter, mehr können es nicht sein</translation>
    </message>
    <message>
        <source>there can be {0} labels, these would be {1}</source>
        <translation>es kann {0} Schlagwörter geben, das wären {1}</translation>
    </message>
    <message>
        <source>there is a label {0} already</source>
        <translation>es gibt schon ein Schlagwort {0}</translation>
    </message>
    <message>
        <source>there is more than one =</source>
        <translation>es gibt mehr als ein =</translation>
    </message>
    <message>
        <source>there is no AMD driver for computing ({0} is missing)</source>
        <translation>es gibt keinen AMD-Treiber zum Rechnen ({0} fehlt)</translation>
    </message>
    <message>
        <source>there is no NVIDIA driver ({0} is missing)</source>
        <translation>es gibt keinen NVIDIA-Treiber ({0} fehlt)</translation>
    </message>
    <message>
        <source>there is no TensorRT ({0} is missing)</source>
        <translation>es gibt kein TensorRT ({0} fehlt)</translation>
    </message>
    <message>
        <source>there is no album {0}</source>
        <translation>es gibt kein Album {0}</translation>
    </message>
    <message>
        <source>there is no folder {0}</source>
        <translation>es gibt keinen Ordner {0}</translation>
    </message>
    <message>
        <source>there is no folder {0} with photos in it</source>
        <translation>es gibt keinen Ordner {0} mit Fotos darin</translation>
    </message>
    <message>
        <source>there is no label set {0}</source>
        <translation>es gibt keine Sammlung von Schlagwörtern {0}</translation>
    </message>
    <message>
        <source>there is no label {0}</source>
        <translation>es gibt kein Schlagwort {0}</translation>
    </message>
    <message>
        <source>there is no picture to compare with</source>
        <translation>es gibt kein Bild zum Vergleichen</translation>
    </message>
    <message>
        <source>there is no preset {0}</source>
        <translation>es gibt keine Voreinstellung {0}</translation>
    </message>
    <message>
        <source>there is no query to compare the models with</source>
        <translation>es gibt keine Suche, mit der sich die Modelle vergleichen lassen</translation>
    </message>
    <message>
        <source>there is no saved search {0}</source>
        <translation>es gibt keine gespeicherte Suche {0}</translation>
    </message>
    <message>
        <source>there is no text to compare with</source>
        <translation>es gibt keinen Text zum Vergleichen</translation>
    </message>
    <message>
        <source>there is no trash on this disk that may be written</source>
        <translation>es gibt auf diesem Laufwerk keinen beschreibbaren Papierkorb</translation>
    </message>
    <message>
        <source>there is nothing between the quotation marks</source>
        <translation>zwischen den Anführungszeichen steht nichts</translation>
    </message>
    <message>
        <source>this album is gone</source>
        <translation>dieses Album gibt es nicht mehr</translation>
    </message>
    <message>
        <source>this label is gone</source>
        <translation>dieses Schlagwort gibt es nicht mehr</translation>
    </message>
    <message>
        <source>this onnxruntime has no {0}</source>
        <translation>dieses onnxruntime hat kein {0}</translation>
    </message>
    <message>
        <source>this onnxruntime works on the CPU only</source>
        <translation>dieses onnxruntime arbeitet nur auf der CPU</translation>
    </message>
    <message>
        <source>this photo is not indexed yet</source>
        <translation>dieses Foto ist noch nicht eingelesen</translation>
    </message>
    <message>
        <source>this picture {0}</source>
        <translation>dieses Bild {0}</translation>
    </message>
    <message>
        <source>this saved search is gone</source>
        <translation>diese gespeicherte Suche gibt es nicht mehr</translation>
    </message>
    <message>
        <source>threshold is no number</source>
        <translation>threshold ist keine Zahl</translation>
    </message>
    <message>
        <source>threshold is no such number</source>
        <translation>threshold ist keine solche Zahl</translation>
    </message>
    <message>
        <source>too many open files</source>
        <translation>zu viele offene Dateien</translation>
    </message>
    <message>
        <source>took longer than {0} seconds</source>
        <translation>brauchte länger als {0} Sekunden</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>unexpected error on a worker</source>
        <translation>unerwarteter Fehler bei einer Hintergrundarbeit</translation>
    </message>
    <message>
        <source>values of a filter</source>
        <translation>Werte eines Filters</translation>
    </message>
    <message>
        <source>visual/ and textual/ hold a graph each</source>
        <translation>visual/ und textual/ enthalten je einen Graphen</translation>
    </message>
    <message>
        <source>wants a name or password, which are not sent</source>
        <translation>verlangt einen Namen oder ein Passwort; beides wird nicht gesendet</translation>
    </message>
    <message>
        <source>was changed by another program just now</source>
        <translation>wurde gerade von einem anderen Programm verändert</translation>
    </message>
    <message>
        <source>was changed since it was indexed</source>
        <translation>wurde seit dem Einlesen verändert</translation>
    </message>
    <message>
        <source>was closed while it was being read</source>
        <translation>wurde geschlossen, während gelesen wurde</translation>
    </message>
    <message>
        <source>was put there by hand</source>
        <translation>wurde von Hand dorthin gelegt</translation>
    </message>
    <message>
        <source>was written by a newer photoclip (format {0}, not {1})</source>
        <translation>stammt von einer neueren Version von photoclip (Format {0}, nicht {1})</translation>
    </message>
    <message>
        <source>was written by an older photoclip</source>
        <translation>stammt von einer älteren Version von photoclip</translation>
    </message>
    <message>
        <source>weights in {0} more files</source>
        <translation>Gewichte in {0} weiteren Dateien</translation>
    </message>
    <message>
        <source>with CLIP&apos;s mean and std</source>
        <translation>mit mean und std von CLIP</translation>
    </message>
    <message>
        <source>with pixels from -1 to 1</source>
        <translation>mit Pixeln von -1 bis 1</translation>
    </message>
    <message>
        <source>with pixels from 0 to 1</source>
        <translation>mit Pixeln von 0 bis 1</translation>
    </message>
    <message>
        <source>with pixels from 0 to 255</source>
        <translation>mit Pixeln von 0 bis 255</translation>
    </message>
    <message>
        <source>with red and blue exchanged</source>
        <translation>mit vertauschtem Rot und Blau</translation>
    </message>
    <message>
        <source>with {0}</source>
        <translation>mit {0}</translation>
    </message>
    <message>
        <source>{0} (also: {1})</source>
        <translation>{0} (auch: {1})</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} und {1} weitere</translation>
    </message>
    <message>
        <source>{0} and {1} with {2}</source>
        <translation>{0} und {1} mit {2}</translation>
    </message>
    <message>
        <source>{0} as {1}</source>
        <translation>{0} als {1}</translation>
    </message>
    <message>
        <source>{0} at once</source>
        <translation>{0} auf einmal</translation>
    </message>
    <message>
        <source>{0} came as it should, but {1} {2}</source>
        <translation>{0} kam an, wie es sollte, aber {1} {2}</translation>
    </message>
    <message>
        <source>{0} can be no file</source>
        <translation>{0} kann keine Datei sein</translation>
    </message>
    <message>
        <source>{0} cannot be reached ({1})</source>
        <translation>{0} ist nicht erreichbar ({1})</translation>
    </message>
    <message>
        <source>{0} comes with photoclip and cannot be removed</source>
        <translation>{0} gehört zu photoclip und lässt sich nicht entfernen</translation>
    </message>
    <message>
        <source>{0} does not answer</source>
        <translation>{0} antwortet nicht</translation>
    </message>
    <message>
        <source>{0} does not answer as a model hub</source>
        <translation>{0} antwortet nicht wie ein Modell-Hub</translation>
    </message>
    <message>
        <source>{0} does not hand out {1} to everybody</source>
        <translation>{0} gibt {1} nicht an alle heraus</translation>
    </message>
    <message>
        <source>{0} does not tell the commit of {1}</source>
        <translation>{0} nennt den Commit von {1} nicht</translation>
    </message>
    <message>
        <source>{0} ended after {1} of {2} bytes</source>
        <translation>{0} endete nach {1} von {2} Bytes</translation>
    </message>
    <message>
        <source>{0} has at most {1} characters</source>
        <translation>{0} hat höchstens {1} Zeichen</translation>
    </message>
    <message>
        <source>{0} has no {1}</source>
        <translation>{0} hat kein {1}</translation>
    </message>
    <message>
        <source>{0} holds {1} and {2}</source>
        <translation>{0} enthält {1} und {2}</translation>
    </message>
    <message>
        <source>{0} is a Git LFS pointer, so passed over</source>
        <translation>{0} ist ein Verweis von Git LFS und wurde deshalb übergangen</translation>
    </message>
    <message>
        <source>{0} is being downloaded or removed by another photoclip</source>
        <translation>{0} wird gerade von einem anderen photoclip heruntergeladen oder entfernt</translation>
    </message>
    <message>
        <source>{0} is no cache</source>
        <translation>{0} ist kein Zwischenspeicher</translation>
    </message>
    <message>
        <source>{0} is no colour</source>
        <translation>{0} ist keine Farbe</translation>
    </message>
    <message>
        <source>{0} is no list of texts</source>
        <translation>{0} ist keine Liste von Texten</translation>
    </message>
    <message>
        <source>{0} is no name for a folder</source>
        <translation>{0} ist kein Name für einen Ordner</translation>
    </message>
    <message>
        <source>{0} is no photo of this library</source>
        <translation>{0} ist kein Foto dieser Bibliothek</translation>
    </message>
    <message>
        <source>{0} is no setting</source>
        <translation>{0} ist keine Einstellung</translation>
    </message>
    <message>
        <source>{0} is no word in lower case</source>
        <translation>{0} ist kein Wort in Kleinbuchstaben</translation>
    </message>
    <message>
        <source>{0} is not a list of texts</source>
        <translation>{0} ist keine Liste von Texten</translation>
    </message>
    <message>
        <source>{0} is not a setting</source>
        <translation>{0} ist keine Einstellung</translation>
    </message>
    <message>
        <source>{0} is not a text</source>
        <translation>{0} ist kein Text</translation>
    </message>
    <message>
        <source>{0} is not on this machine yet</source>
        <translation>{0} ist noch nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>{0} is not the name of a branch, tag or commit</source>
        <translation>{0} ist nicht der Name eines Branches, Tags oder Commits</translation>
    </message>
    <message>
        <source>{0} is not the name of a folder</source>
        <translation>{0} ist kein Name eines Ordners</translation>
    </message>
    <message>
        <source>{0} is not the name of a repository (org/name)</source>
        <translation>{0} ist nicht der Name eines Repositorys (org/name)</translation>
    </message>
    <message>
        <source>{0} is not what it should be</source>
        <translation>{0} ist nicht, was es sein sollte</translation>
    </message>
    <message>
        <source>{0} is the name of several models</source>
        <translation>{0} ist der Name mehrerer Modelle</translation>
    </message>
    <message>
        <source>{0} is too long</source>
        <translation>{0} ist zu lang</translation>
    </message>
    <message>
        <source>{0} is {1}, above {2}</source>
        <translation>{0} ist {1}, mehr als {2}</translation>
    </message>
    <message>
        <source>{0} is {1}, below {2}</source>
        <translation>{0} ist {1}, weniger als {2}</translation>
    </message>
    <message>
        <source>{0} is {1}, not an absolute path of a folder</source>
        <translation>{0} ist {1}, kein absoluter Pfad eines Ordners</translation>
    </message>
    <message>
        <source>{0} is {1}, not of type {2}</source>
        <translation>{0} ist {1}, nicht vom Typ {2}</translation>
    </message>
    <message>
        <source>{0} is {1}, not one of {2}</source>
        <translation>{0} ist {1}, nicht eines von {2}</translation>
    </message>
    <message>
        <source>{0} languages</source>
        <translation>{0} Sprachen</translation>
    </message>
    <message>
        <source>{0} needs {1}, but {2} are free</source>
        <translation>{0} braucht {1}, aber nur {2} sind frei</translation>
    </message>
    <message>
        <source>{0} photos are too few to tell</source>
        <translation>{0} Fotos sind zu wenige für ein Urteil</translation>
    </message>
    <message>
        <source>{0} pixels from</source>
        <translation>{0} Pixel neben</translation>
    </message>
    <message>
        <source>{0} pixels of shape {1}</source>
        <translation>{0}-Pixel der Form {1}</translation>
    </message>
    <message>
        <source>{0} row {1} points to a missing {2}</source>
        <translation>{0}: Zeile {1} verweist auf ein fehlendes {2}</translation>
    </message>
    <message>
        <source>{0} says {1} {2}</source>
        <translation>{0} meldet {1} {2}</translation>
    </message>
    <message>
        <source>{0} says {1} {2} for {3}</source>
        <translation>{0} meldet {1} {2} für {3}</translation>
    </message>
    <message>
        <source>{0} sends what cannot be used ({1})</source>
        <translation>{0} sendet etwas, das sich nicht benutzen lässt ({1})</translation>
    </message>
    <message>
        <source>{0} stands before the first category</source>
        <translation>{0} steht vor der ersten Kategorie</translation>
    </message>
    <message>
        <source>{0} stands there twice</source>
        <translation>{0} steht zweimal da</translation>
    </message>
    <message>
        <source>{0} tells no size or checksum of {1}</source>
        <translation>{0} nennt keine Größe oder Prüfsumme von {1}</translation>
    </message>
    <message>
        <source>{0} {1}, so it was passed over</source>
        <translation>{0} {1} und wurde deshalb übergangen</translation>
    </message>
    <message>
        <source>{0}, but {1} keeps weights in it</source>
        <translation>{0}, aber {1} bewahrt darin Gewichte auf</translation>
    </message>
    <message>
        <source>{0}, over {1}</source>
        <translation>{0}, mehr als {1}</translation>
    </message>
    <message>
        <source>{0}, twice</source>
        <translation>{0}, zweimal</translation>
    </message>
    <message>
        <source>{0}, {1} times in a row</source>
        <translation>{0}, {1}-mal hintereinander</translation>
    </message>
    <message>
        <source>{0}: cannot be {1}</source>
        <translation>{0}: kann nicht {1} sein</translation>
    </message>
    <message>
        <source>{0}: is followed by nothing</source>
        <translation>{0}: danach steht nichts</translation>
    </message>
    <message>
        <source>{0}: what photoclip&apos;s own models add</source>
        <translation>{0}: was eigene Modelle von photoclip hinzufügen</translation>
    </message>
</context>
</TS>
