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
        <source>Search for something first</source>
        <translation>Zuerst etwas suchen</translation>
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
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
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
        <source>Preparing search…</source>
        <translation>Suche wird vorbereitet&#xa0;…</translation>
    </message>
    <message>
        <source>{rate} photos/s</source>
        <translation>{rate} Fotos/s</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>Suche nach Fotos&#xa0;…</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
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
        <translation>{photos} nach Ähnlichkeit mit {what}</translation>
    </message>
    <message>
        <source>{photos}, compared with {what}</source>
        <translation>{photos}, verglichen mit {what}</translation>
    </message>
    <message>
        <source>The {n} of {photos} closest to {what}</source>
        <translation>Die {n} von {photos}, die {what} am nächsten kommen</translation>
    </message>
    <message>
        <source>Similar photos</source>
        <translation>Ähnliche Fotos</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Alle Fotos</translation>
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
        <source>{photos} in “{folder}”</source>
        <translation>{photos} in „{folder}“</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>„{text}“</translation>
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
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Objektiv</translation>
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
        <source>Catalog</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Backup of the catalog</source>
        <translation>Sicherung des Katalogs</translation>
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
        <source>sort order</source>
        <translation>Reihenfolge, sortieren</translation>
    </message>
    <message>
        <source>Select all of this day</source>
        <translation>Alle von diesem Tag auswählen</translation>
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
        <source>{what}, remove</source>
        <translation>{what}, entfernen</translation>
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
    <name>ErrorPage</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
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
    <name>Gallery</name>
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
    <name>LibrarySection</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <translation>Dateien, die sich nicht lesen ließen</translation>
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
    <name>ModelRow</name>
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
        <source>It tells what photos show. Another model has to embed the whole library once; the vectors of this one stay, so that going back costs nothing.</source>
        <translation>Es erkennt, was Fotos zeigen. Ein anderes Modell muss die ganze Bibliothek einmal auswerten; die Vektoren des jetzigen bleiben erhalten, sodass die Rückkehr nichts kostet.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
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
        <source>Automatic takes the fastest.</source>
        <translation>„Automatisch“ nimmt das schnellste.</translation>
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
        <source>This is the fastest of this computer.</source>
        <translation>Das ist das schnellste dieses Computers.</translation>
    </message>
    <message>
        <source>In use: {device}. {reason}</source>
        <translation>In Gebrauch: {device}. {reason}</translation>
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
    <name>Narrowing</name>
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
    <name>NothingPage</name>
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
        <source>The fastest device of this computer.</source>
        <translation>Das schnellste Gerät dieses Computers.</translation>
    </message>
    <message>
        <source>Model: {name}
Device: {device}
{reason}</source>
        <translation>Modell: {name}
Gerät: {device}
{reason}</translation>
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
</context>
<context>
    <name>RecentSearches</name>
    <message>
        <source>Recent searches</source>
        <translation>Letzte Suchen</translation>
    </message>
</context>
<context>
    <name>ResultLine</name>
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
        <source>Order of the photos</source>
        <translation>Reihenfolge der Fotos</translation>
    </message>
    <message>
        <source>Size of the tiles</source>
        <translation>Größe der Kacheln</translation>
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
    <name>SearchBar</name>
    <message>
        <source>Clear the search (Esc)</source>
        <translation>Suche löschen (Esc)</translation>
    </message>
    <message>
        <source>Search photos</source>
        <translation>Fotos suchen</translation>
    </message>
    <message>
        <source>Or describe what you remember</source>
        <translation>Oder beschreiben, woran Sie sich erinnern</translation>
    </message>
    <message>
        <source>Describe what you remember, or drop a picture to find similar photos</source>
        <translation>Beschreiben, woran Sie sich erinnern, oder ein Bild ablegen, um ähnliche Fotos zu finden</translation>
    </message>
</context>
<context>
    <name>SearchWiring</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find photos similar to the clipboard</source>
        <translation>Ähnliche Fotos zur Zwischenablage finden</translation>
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
    <name>SuggestionRow</name>
    <message>
        <source>{folder}, {photos}</source>
        <translation>{folder}, {photos}</translation>
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
    <name>TagsBlock</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
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
        <source>Check that its disk is connected and sound.</source>
        <translation>Prüfen Sie, ob das Laufwerk verbunden und in Ordnung ist.</translation>
    </message>
    <message>
        <source>Check the permissions of the file and of its folder.</source>
        <translation>Prüfen Sie die Zugriffsrechte der Datei und ihres Ordners.</translation>
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
        <source>Copy {0} to its name to go on, or move it away to start anew.</source>
        <translation>Kopieren Sie {0} an seine Stelle, um fortzufahren, oder verschieben Sie es, um neu zu beginnen.</translation>
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
        <source>Directory not empty</source>
        <translation>Verzeichnis ist nicht leer</translation>
    </message>
    <message>
        <source>Download or export the model again and keep all its files together.</source>
        <translation>Laden oder exportieren Sie das Modell noch einmal, und lassen Sie alle Dateien beisammen.</translation>
    </message>
    <message>
        <source>Export the model again, or use another one.</source>
        <translation>Exportieren Sie das Modell noch einmal, oder benutzen Sie ein anderes.</translation>
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
        <source>Read-only file system</source>
        <translation>Laufwerk ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Remove that one first.</source>
        <translation>Entfernen Sie zuerst jenen.</translation>
    </message>
    <message>
        <source>Run `photoclip index` once to bring it up to date.</source>
        <translation>Führen Sie einmal `photoclip index` aus, um sie auf den neuesten Stand zu bringen.</translation>
    </message>
    <message>
        <source>See: photoclip folders</source>
        <translation>Siehe: photoclip folders</translation>
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
        <source>gives embeddings of {0} numbers, but config.json says {1}</source>
        <translation>ergibt Vektoren aus {0} Zahlen, aber config.json nennt {1}</translation>
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
        <source>has no output named {0}</source>
        <translation>hat keine Ausgabe namens {0}</translation>
    </message>
    <message>
        <source>has no token {0}</source>
        <translation>hat kein Token {0}</translation>
    </message>
    <message>
        <source>has words that {0} has no place for</source>
        <translation>hat Wörter, für die {0} keinen Platz hat</translation>
    </message>
    <message>
        <source>has {0} numbers, not {1}</source>
        <translation>hat {0} Zahlen, nicht {1}</translation>
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
        <source>holds no templates</source>
        <translation>enthält keine Vorlagen</translation>
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
        <source>ignore: {0}</source>
        <translation>ignore: {0}</translation>
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
        <source>is for vectors of dim {0}, not {1}</source>
        <translation>ist für Vektoren der Dimension {0}, nicht {1}</translation>
    </message>
    <message>
        <source>is for {0} {1}, not {2}</source>
        <translation>ist für {0} {1}, nicht {2}</translation>
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
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is missing, but its backup is there</source>
        <translation>fehlt, aber die Sicherung ist da</translation>
    </message>
    <message>
        <source>is not a SHA-256 in hexadecimal</source>
        <translation>ist keine SHA-256-Prüfsumme in Hexadezimalschreibweise</translation>
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
        <source>is not inside a watched folder</source>
        <translation>liegt in keinem überwachten Ordner</translation>
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
        <source>is not writable</source>
        <translation>ist schreibgeschützt</translation>
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
        <source>is still in its place</source>
        <translation>ist noch an seinem Ort</translation>
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
        <source>is {0}x{1}, which has no pixels</source>
        <translation>ist {0}×{1} groß und hat damit keine Pixel</translation>
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
        <source>leads into your own network</source>
        <translation>führt in Ihr eigenes Netzwerk</translation>
    </message>
    <message>
        <source>leads to something that is no web server</source>
        <translation>führt zu etwas, das kein Webserver ist</translation>
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
        <source>no space left on device</source>
        <translation>kein Platz mehr auf dem Laufwerk</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>Datei oder Verzeichnis nicht gefunden</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>kein Verzeichnis</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht benutzt</translation>
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
        <source>permission denied</source>
        <translation>keine Berechtigung</translation>
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
        <source>stale file handle</source>
        <translation>Datei auf dem Server nicht mehr gültig</translation>
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
        <source>takes {0} tokens, but config.json says {1}</source>
        <translation>nimmt {0} Tokens, aber config.json nennt {1}</translation>
    </message>
    <message>
        <source>temporary failure in name resolution</source>
        <translation>Namensauflösung vorübergehend gestört</translation>
    </message>
    <message>
        <source>the embedding of photo {0} is no unit vector</source>
        <translation>zu Foto {0} gibt es keinen Einheitsvektor</translation>
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
        <source>the model gives no vector for it: {0}</source>
        <translation>das Modell ergibt dafür keinen Vektor: {0}</translation>
    </message>
    <message>
        <source>the model was closed</source>
        <translation>das Modell wurde geschlossen</translation>
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
        <source>the template {0} has no {1} in it</source>
        <translation>die Vorlage {0} enthält kein {1}</translation>
    </message>
    <message>
        <source>there is no NVIDIA driver ({0} is missing)</source>
        <translation>es gibt keinen NVIDIA-Treiber ({0} fehlt)</translation>
    </message>
    <message>
        <source>there is no picture to compare with</source>
        <translation>es gibt kein Bild zum Vergleichen</translation>
    </message>
    <message>
        <source>there is no text to compare with</source>
        <translation>es gibt keinen Text zum Vergleichen</translation>
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
        <source>wants a name or password, which are not sent</source>
        <translation>verlangt einen Namen oder ein Passwort; beides wird nicht gesendet</translation>
    </message>
    <message>
        <source>was closed while it was being read</source>
        <translation>wurde geschlossen, während gelesen wurde</translation>
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
        <source>{0} as {1}</source>
        <translation>{0} als {1}</translation>
    </message>
    <message>
        <source>{0} is no cache</source>
        <translation>{0} ist kein Zwischenspeicher</translation>
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
        <source>{0} is not the name of a folder</source>
        <translation>{0} ist kein Name eines Ordners</translation>
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
        <source>{0} pixels of shape {1}</source>
        <translation>{0}-Pixel der Form {1}</translation>
    </message>
    <message>
        <source>{0}, but {1} keeps weights in it</source>
        <translation>{0}, aber {1} bewahrt darin Gewichte auf</translation>
    </message>
    <message>
        <source>{0}, over {1}</source>
        <translation>{0}, mehr als {1}</translation>
    </message>
</context>
</TS>
