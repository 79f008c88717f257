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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a photo first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one photo first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a few photos first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a photo first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the viewer first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About photoclip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds any photo on your own disks by what you remember of it. Everything stays on this computer, and photos are never changed. Free software under the MIT licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your library is in use by another photoclip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your library was written by a newer photoclip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog of your library is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your library cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed, and your photos are not affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file does not exist any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a video, and photoclip knows photos only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a raw file, and what reads these is not installed. Install photoclip with “raw”, or drop a JPEG of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first {n} pictures are compared with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) beside the folders were left out: only folders can be watched.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) that are no pictures were left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>photoclip cannot fetch what this link leads to. Save the picture first, or copy the picture itself and paste it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text cannot be dropped here. Type it into the search box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be dropped here. Drop pictures or folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to be asked about fetching this from {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to find similar photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to watch the folder “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Drop to watch %Ln folder(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} photos/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexing · {done}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexing {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing search: {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} waits for its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n}%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{photos} added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{photos}, closest to {what} first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{photos}, compared with {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {n} of {photos} closest to {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No photos in the watched folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New photos show up here by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No photos in “{folder}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found in “{folder}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other photo in this folder can be searched so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to compare with yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of your other photos has been indexed so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{photos} in “{folder}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similarity {score}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Animated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a disk that is not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focal length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lie at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rank} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searched for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cosine between what this model makes of the words and of the photo. It is not a percentage: compare it only with other results for words from the same model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cosine between what this model makes of the two pictures; 1 is the same picture. It is not a percentage: compare it only with other results for pictures from the same model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{width} × {height}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} megapixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ISO {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{camera} ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %Ln other(s)</source>
        <comment>cameras</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>N</source>
        <comment>north</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S</source>
        <comment>south</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E</source>
        <comment>east</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W</source>
        <comment>west</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the viewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to another photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select more photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select or deselect this photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First or last photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One page up or down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger or smaller thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step back: selection, then search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous or next photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in or out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit, actual size, fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn right or left, for viewing only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start or stop the slideshow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slideshow slower or faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause an animation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information over the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filmstrip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup of the catalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paths, dates, cameras, positions, and a vector for each photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the catalog as it was, at most a day ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small pictures, which file managers use as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vectors once more, in an order that is fast to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what you chose here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place and size of the window and its panels, and your last searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model directories that you put there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all photos (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the view to the left (Shift+R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the view to the right (R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slideshow (S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information (I)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filmstrip (T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find similar photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous photo (Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next photo (Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole photo (0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the window (2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual size (1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the slideshow (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show each photo for a shorter time (.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show each photo longer (,)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave full screen (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {photos}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>{title} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} is complete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArrangingWiring</name>
    <message>
        <source>Larger photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best match first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the order of names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sort order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all of this day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget recent searches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>photoclip goes on in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its icon in the panel opens the window again, and quits.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key does that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by what a key does, or by the key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove from the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Confirmation</name>
    <message>
        <source>delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type “{word}” to go on. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContextMenus</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No photo selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a photo to see when, where and how it was taken.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorPage</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FetchWiring</name>
    <message>
        <source>This is a link, and photoclip downloads nothing by itself. The picture lies on {host}, which will see your address if you fetch it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the picture from {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching the picture from {host}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilesBlock</name>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %Ln other(s)</source>
        <comment>files</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Filmstrip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo {n} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderWiring</name>
    <message>
        <source>Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the sample photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for new photos now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is now watched at {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not watched any more. Its files were not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoldersSection</name>
    <message>
        <source>Watched folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for new photos in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>photos are coming in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looked at from time to time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locate folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder is watched yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> megapixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New photos in them are found by themselves. Nothing in them is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders with these names are never entered; * and ? stand for any letters. Hidden folders, folders with a file called .nomedia, and photoclip&apos;s own thumbnails are always left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through all folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside what the system reports at once, for changes that it missed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger ones are listed under problems and never opened.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Opening your photos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search does not work now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through your folders…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos show up here as they are read. You can search them at once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GeneralSection</name>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System follows the light or dark choice of your computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large photos are in the grid. The slider above it does the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates and numbers follow it as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on when the window is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>photoclip stays in the tray, watches your folders and goes on indexing. Quit ends it for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell when long work is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message of the desktop, while another window is in front.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpWiring</name>
    <message>
        <source>All commands…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cheat sheet, keys, shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IndexWiring</name>
    <message>
        <source>Pause or go on with all tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Indexing</name>
    <message>
        <source>Indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexing was stopped · F5 goes on with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexing does not work now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Information</name>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InformationBlock</name>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibrarySection</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in the watched folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoadingPage</name>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>This photo is on a disk that is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatchBlock</name>
    <message>
        <source>Why it matched</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message numerus="yes">
        <source>%Ln dimension(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>licence unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comes with photoclip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelSection</name>
    <message>
        <source>Model and device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a directory…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model before stays in use: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It tells what photos show. Another model has to embed the whole library once; the vectors of this one stay, so that going back costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the model runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic takes the fastest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search index from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller libraries are searched photo by photo, which finds everything; larger ones with an index, which is faster and very seldom misses one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the fastest of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use: {device}. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} are embedded with this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The others take {time} on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message>
        <source>Folder {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NothingPage</name>
    <message>
        <source>Search everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all photos</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command is called so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a command or the name of a folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pattern</name>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Patterns</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a folder that is never entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the names of folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name holds no slash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name is there already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhotoActions</name>
    <message>
        <source>No web browser answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file manager answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} paths copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhotoGrid</name>
    <message>
        <source>Photos</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhotoWiring</name>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find similar photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceDelegate</name>
    <message>
        <source>New name of {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceDrops</name>
    <message>
        <source>This cannot be dropped here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be dropped on “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PositionBlock</name>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show on OpenStreetMap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens your web browser and sends this position to openstreetmap.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>The change counts until photoclip is closed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesPage</name>
    <message>
        <source>Back to the photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections of the preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesWiring</name>
    <message>
        <source>Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all in {file} can be used:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting everything…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewBlock</name>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes and places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete everything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What leaves this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing by itself: there is no account, no telemetry and no update check. Only what you ask for opens a connection: a picture dropped or pasted as a web address is fetched from there, and a map is opened in your browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is kept on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos are only read. What photoclip knows of them lies in files of its own: vectors tell roughly what photos show, so treat the catalog like the photos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>photoclip forgets all it knows and starts as on the first day. These go: {kinds}. Your photos stay, as do thumbnails by other programs and models of your own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemsPage</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every file in the watched folders could be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files} could not be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source>Opening the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fastest device of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: {name}
Device: {device}
{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentModel</name>
    <message>
        <source>Forget these searches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentSearches</name>
    <message>
        <source>Recent searches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultLine</name>
    <message>
        <source>Best match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the tiles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Reset to the default</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Clear the search (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or describe what you remember</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe what you remember, or drop a picture to find similar photos</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchWiring</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find photos similar to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShellWiring</name>
    <message>
        <source>Side panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About photoclip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside photoclip: {error}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateBlock</name>
    <message>
        <source>This file could not be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This photo has no file any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This photo is on a disk that is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StorageSection</name>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the sizes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files} deleted, {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caches are made again as they are needed, so they can always be cleared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is there already stays; clear it above where it is not wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For photos on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More keeps more photos at hand while you scroll.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SuggestionRow</name>
    <message>
        <source>{folder}, {photos}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SummaryBlock</name>
    <message>
        <source>{photos} selected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagsBlock</name>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskArea</name>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{line} · %Ln more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Hide all tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all tasks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskBar</name>
    <message>
        <source>Progress: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskButtons</name>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{does}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskPanel</name>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TitleWiring</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open photoclip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UpkeepTasks</name>
    <message>
        <source>Preparing search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Slideshow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewerFace</name>
    <message>
        <source>{n} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find any photo by typing what you remember</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folders that hold your photos, and photoclip looks through them and keeps them in step. Then type what a photo shows, or drop a picture to find others like it. Everything stays on this computer, and your photos are never changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for folders with photos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample photos</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomeWiring</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first steps, proposed folders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
